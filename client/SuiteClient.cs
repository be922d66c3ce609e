using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace StudySuite.Client;

/// <summary>Where the suite is and who calls it.</summary>
public sealed class SuiteClientOptions
{
    /// <summary>The gateway: its https address, or its gRPC port without TLS.</summary>
    public required Uri Address { get; init; }

    public required ITokenSource Tokens { get; init; }

    /// <summary>Language of sentences in refusals: <c>zh</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "zh";

    /// <summary>How long one try may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Tries in all of a call that may be repeated.</summary>
    public int Tries { get; init; } = 5;

    /// <summary>Pause before the second try; each further one waits twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(200);
}

/// <summary>One connection to the suite: <c>new InboxService.InboxServiceClient(suite.Calls)</c> and its like speak
/// over it.</summary>
public sealed class SuiteClient : IDisposable
{
    private readonly GrpcChannel channel;

    public SuiteClient(SuiteClientOptions options)
    {
        channel = GrpcChannel.ForAddress(options.Address, new GrpcChannelOptions
        {
            // A county may end TLS in front of the gateway; that is its decision, not the client's.
            UnsafeUseInsecureChannelCallCredentials = options.Address.Scheme == Uri.UriSchemeHttp,
        });
        Calls = channel.Intercept(new SafeRetries(options));
    }

    public CallInvoker Calls { get; }

    public void Dispose() => channel.Dispose();
}
