using System.Collections.Concurrent;
using Grpc.Net.Client;

namespace StudySuite.Demo.Access;

/// <summary>The people of the replay who log in, by user name.</summary>
public sealed class Cast(DemoSettings settings) : IDisposable
{
    private readonly ConcurrentDictionary<string, Actor> actors = new();
    private readonly GrpcChannel channel = GrpcChannel.ForAddress(settings.Grpc, new GrpcChannelOptions
    {
        HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true },
    });

    public Accounts Accounts { get; } = new(settings.AccountsFile);

    public SignIn SignIn { get; } = new(settings.Web);

    public Actor this[string userName] => actors.GetOrAdd(userName, name => new Actor(name, Accounts, SignIn, channel));

    /// <summary>Turns a one-time password into one that is kept; nothing when that was done before.</summary>
    public async Task TakeOverAsync(string userName, string oneTimePassword, CancellationToken cancellationToken)
    {
        var password = Access.Accounts.NewPassword();
        try
        {
            await Actor.Patiently(
                () => SignIn.WithPasswordAsync(userName, oneTimePassword, password, cancellationToken), cancellationToken);
        }
        catch (SignInFailed)
        {
            // The change may have been made although its answer was lost; then the new password opens the door.
            await Actor.Patiently(() => SignIn.WithPasswordAsync(userName, password, null, cancellationToken), cancellationToken);
        }

        Accounts.Keep(userName, password);
    }

    public void Dispose() => channel.Dispose();
}
