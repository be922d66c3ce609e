namespace StudySuite.Defaults.Hosting;

/// <summary>Why a host cannot start, in the operator's words: names the setting, needs no stack trace.</summary>
public sealed class StartupError(string chinese, string english) : Exception($"{chinese}\n{english}");

/// <summary>Something that must hold before a host answers calls.</summary>
public interface IStartupCheck
{
    /// <exception cref="StartupError">It does not hold.</exception>
    Task CheckAsync(CancellationToken cancellationToken);
}
