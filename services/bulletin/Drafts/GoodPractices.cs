namespace StudySuite.Bulletin.Drafts;

internal static class GoodPractices
{
    public static V1.GoodPractice ToProto(this GoodPractice practice) =>
        new() { Unit = $"units/{practice.Unit}", Text = practice.Text };
}
