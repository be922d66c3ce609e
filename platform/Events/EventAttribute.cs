namespace StudySuite.Events;

/// <summary>
/// The name under which an event is stored and sent: <c>service.past-tense.vN</c>. Names never change;
/// a field may be added, anything else is a new name ending in <c>.v2</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
