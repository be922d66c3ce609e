using StudySuite.Defaults.Hosting;
using Yarp.ReverseProxy.Configuration;

namespace StudySuite.Gateway.Proxy;

/// <summary>A gateway without routes would answer 404 to everything and look healthy.</summary>
internal sealed class RoutesCheck(IEnumerable<IProxyConfigProvider> providers) : IStartupCheck
{
    public Task CheckAsync(CancellationToken cancellationToken) =>
        providers.Any(provider => provider.GetConfig().Routes.Count > 0)
            ? Task.CompletedTask
            : throw new StartupError(
                "设置 ReverseProxy:Routes 中没有任何路由；是否缺少 appsettings.json，或工作目录不对？",
                "Setting ReverseProxy:Routes holds no route; is appsettings.json missing, or the working directory another one?");
}
