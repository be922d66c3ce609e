using Microsoft.AspNetCore.Components;
using StudySuite.Web.Calls;

namespace StudySuite.Web.Parts;

/// <summary>A labelled input that shows the server's sentence about its field.</summary>
public abstract class Field<T> : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The field's path as the contract spells it, such as <c>session.topic</c>.</summary>
    [Parameter]
    public string Path { get; set; } = "";

    [Parameter]
    public bool Required { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public T Value { get; set; } = default!;

    [Parameter]
    public EventCallback<T> ValueChanged { get; set; }

    [CascadingParameter]
    public Refusal? Refusal { get; set; }

    protected string Id { get; } = FieldIds.Next();

    protected string? Fault => Path.Length == 0 ? null : Refusal?.Of(Path);
}

/// <summary>One count for fields of all types: a label must find its own.</summary>
internal static class FieldIds
{
    private static int count;

    public static string Next() => $"f{Interlocked.Increment(ref count)}";
}
