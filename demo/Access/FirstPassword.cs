namespace StudySuite.Demo.Access;

/// <summary>Reads what the first start left for its installer, or a deployment's secret that holds the password alone.</summary>
public static class FirstPassword
{
    private const string Label = "one-time password: ";

    public static string In(string text)
    {
        var at = text.IndexOf(Label, StringComparison.Ordinal);
        return (at < 0 ? text : text[(at + Label.Length)..]).Trim();
    }
}
