namespace StudySuite.Defaults.Access;

/// <summary>Ids under which the suite's own services call one another.</summary>
public static class SystemIdentity
{
    public const string Bulletin = "studysuite-bulletin";
}
