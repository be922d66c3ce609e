using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using StudySuite.Defaults.Authentication;

namespace StudySuite.Web.Access;

/// <summary>
/// Directory's addresses, partly as the browser sees them and partly as this process does: its discovery document
/// names the public address, which need not be reachable from inside.
/// </summary>
internal sealed class SuiteProvider(AuthOptions auth, WebOptions web) : IConfigurationManager<OpenIdConnectConfiguration>
{
    private readonly ConfigurationManager<OpenIdConnectConfiguration> inner = new(
        auth.EffectiveJwksUri, new Retriever(new Uri(auth.Issuer), new Uri(web.Gateway)),
        new HttpDocumentRetriever { RequireHttps = false })
    {
        RefreshInterval = TimeSpan.FromSeconds(5),
        AutomaticRefreshInterval = TimeSpan.FromMinutes(10),
    };

    public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel) => inner.GetConfigurationAsync(cancel);

    public void RequestRefresh() => inner.RequestRefresh();

    private sealed class Retriever(Uri issuer, Uri gateway) : IConfigurationRetriever<OpenIdConnectConfiguration>
    {
        public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(
            string address, IDocumentRetriever retriever, CancellationToken cancel)
        {
            var keys = new JsonWebKeySet(await retriever.GetDocumentAsync(address, cancel));
            var configuration = new OpenIdConnectConfiguration
            {
                Issuer = issuer.ToString(),
                AuthorizationEndpoint = new Uri(issuer, "connect/authorize").ToString(),
                EndSessionEndpoint = new Uri(issuer, "connect/logout").ToString(),
                TokenEndpoint = new Uri(gateway, "connect/token").ToString(),
                JsonWebKeySet = keys,
            };
            foreach (var key in keys.GetSigningKeys())
            {
                configuration.SigningKeys.Add(key);
            }

            return configuration;
        }
    }
}
