namespace StudySuite.Client;

/// <summary>Gives an access token that is good for the next call.</summary>
public interface ITokenSource
{
    Task<string> TokenAsync(CancellationToken cancellationToken);
}

/// <summary>The log-in is over: ask the person to sign in again, or the operator for a new secret.</summary>
/// <param name="error">OAuth's word, such as <c>invalid_grant</c>.</param>
public sealed class SignInRequiredException(string error) : Exception($"A new log-in is needed: {error}")
{
    public string Error => error;
}
