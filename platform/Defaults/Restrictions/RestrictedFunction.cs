namespace StudySuite.Defaults.Restrictions;

/// <summary>A function that the rules against formalism ban or restrict (DOMAIN §10.1), and how the product stands to
/// it.</summary>
/// <param name="Id">For programs, such as <c>qr-sign-in</c>; stable.</param>
/// <param name="IsBuilt">False: the product has no such function, and nobody can turn it on.</param>
/// <param name="IsOn">It is in use here and now.</param>
/// <param name="Where">Where it is turned on and off: a parameter of the rulebook, a setting, an RPC; empty when it is
/// not built.</param>
public sealed record RestrictedFunction(
    string Id, string Chinese, string English, bool IsBuilt, bool IsOn, string Where)
{
    public static RestrictedFunction NotBuilt(string id, string chinese, string english) =>
        new(id, chinese, english, false, false, "");
}

/// <summary>The restricted functions that a service knows of.</summary>
public interface IRestrictedFunctions
{
    Task<IReadOnlyList<RestrictedFunction>> ListAsync(CancellationToken cancellationToken);
}
