using StudySuite.Defaults.Requests;

namespace StudySuite.Sessions.StudySessions;

/// <summary><c>units/{unit}/sessions/{session}</c>, alone or with what belongs to it behind.</summary>
internal readonly record struct SessionName(string Unit, string Id)
{
    private const string Pattern = "units/{unit}/sessions/{session}";

    public static string Of(string unit, string id) => $"units/{unit}/sessions/{id}";

    /// <param name="part">Last segment, such as <c>scheme</c>; empty for the session itself.</param>
    public static SessionName Parse(string name, string part = "", string field = "name")
    {
        var values = ResourceName.Parse(part.Length == 0 ? Pattern : $"{Pattern}/{part}", name, field);
        return new SessionName(values[0], values[1]);
    }

    public static SessionName? TryParse(string name) =>
        ResourceName.TryParse(Pattern, name) is [var unit, var id] ? new SessionName(unit, id) : null;

    public override string ToString() => Of(Unit, Id);
}
