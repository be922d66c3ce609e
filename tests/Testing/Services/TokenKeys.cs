using System.Net;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace StudySuite.Testing;

/// <summary>Publishes the key of <see cref="TestTokens"/> as directory publishes its own, so that tokens need no sign-in.</summary>
public sealed class TokenKeys : IDisposable
{
    private readonly HttpListener listener = new();
    private int given;

    public TokenKeys()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>How often they were fetched.</summary>
    public int Given => Volatile.Read(ref given);

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        var key = TestTokens.Key.Rsa.ExportParameters(includePrivateParameters: false);
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA", use = "sig", alg = "RS256", kid = TestTokens.Key.KeyId,
                    n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent),
                },
            },
        });
        while (true)
        {
            try
            {
                var context = await listener.GetContextAsync();
                context.Response.ContentType = "application/json";
                await context.Response.OutputStream.WriteAsync(body);
                context.Response.Close();
                Interlocked.Increment(ref given);
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
