namespace StudySuite.Demo;

/// <summary>Where the suite is and what the replay may keep between runs.</summary>
/// <param name="Web">The gateway's address for pages and REST.</param>
/// <param name="Grpc">The gateway's address for gRPC.</param>
/// <param name="FirstPassword">Reads the first administrator's one-time password.</param>
/// <param name="AccountsFile">Where the demo accounts' passwords are kept, so that a second run can log in.</param>
public sealed record DemoSettings(Uri Web, Uri Grpc, Func<string> FirstPassword, string AccountsFile);
