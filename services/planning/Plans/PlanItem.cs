namespace StudySuite.Planning.Plans;

/// <summary>One study of the plan; read and written with the plan.</summary>
internal sealed record PlanItem(
    string Id, int Month, string Topic, string Category, List<string> Materials, List<string> KeynoteSpeakers,
    string Lecturer, string ConversionGoal, string ResponsibleDepartment);
