using Grpc.Core;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using StudySuite.Web.Access;
using StudySuite.Web.Calls;
using StudySuite.Web.Texts;

namespace StudySuite.Web.Parts;

/// <summary>
/// A page that reads from the services and sends commands: <see cref="LoadAsync"/> reads, <see cref="DoAsync"/> sends,
/// reads again and says so. What the server refuses is kept in <see cref="Refusal"/> and nothing typed is lost.
/// </summary>
public abstract class Screen : ComponentBase
{
    private object? loaded;

    [Inject]
    internal Words T { get; set; } = null!;

    [Inject]
    internal Me Me { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = null!;

    public Refusal? Refusal { get; protected set; }

    public bool IsBusy { get; private set; }

    public bool IsLoaded { get; private set; }

    /// <summary>
    /// What a part of a page is about. While it is equal, a new turn of the page around it reads nothing again and
    /// takes nothing away that was typed.
    /// </summary>
    protected virtual object? Subject => null;

    protected abstract Task LoadAsync();

    protected override async Task OnParametersSetAsync()
    {
        if (!IsLoaded || Subject is null || !Subject.Equals(loaded))
        {
            loaded = Subject;
            IsLoaded = await TryAsync(LoadAsync);
        }
    }

    /// <summary>Sends a command; when it was taken, reads the page anew.</summary>
    protected async Task<bool> DoAsync(Func<Task> command, string? done = null)
    {
        // A second click on the way finds it under way.
        if (IsBusy || !await TryAsync(command))
        {
            return false;
        }

        Snackbar.Add(done ?? T["已完成"], Severity.Success);
        return await TryAsync(LoadAsync);
    }

    protected async Task<bool> TryAsync(Func<Task> work)
    {
        IsBusy = true;
        Refusal = null;
        try
        {
            await work();
            return true;
        }
        catch (RpcException error)
        {
            Refusal = Refusal.Of(error, T);
            if (Refusal.IsSignedOut)
            {
                Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
            }

            return false;
        }
        finally
        {
            IsBusy = false;
        }
    }

    protected static string NewRequestId() => Guid.CreateVersion7().ToString();

    /// <summary>The resource, or null when it is not there or not for the caller.</summary>
    protected static async Task<TResource?> OrNullAsync<TResource>(AsyncUnaryCall<TResource> call)
        where TResource : class
    {
        try
        {
            return await call;
        }
        catch (RpcException error) when (error.StatusCode is StatusCode.NotFound or StatusCode.PermissionDenied)
        {
            return null;
        }
    }
}
