using System.Text.Json;
using k8s.Models;
using StudySuite.Deploy.Tests.Settings;

namespace StudySuite.Deploy.Tests.Kubernetes;

/// <summary>The manifests fit the suite they run: services, programs, settings, addresses.</summary>
public sealed class SuiteTests
{
    private static readonly string[] Services = [.. System.IO.Directory.GetDirectories(Path.Combine(Repository.Root,
        "services"))
        .Select(folder => Path.GetFileName(folder)).Order()];

    public static TheoryData<string> Overlays => new("single-node", "ha");

    [Theory, MemberData(nameof(Overlays))]
    public void EveryService_GatewayAndWeb_IsDeployedWithABudget(string overlay)
    {
        var all = Manifests.Of(overlay);
        string[] expected = [.. Services.Append("gateway").Append("web").Order()];

        Assert.Equal(expected, all.All<V1Deployment>().Select(it => it.Metadata.Name).Order());
        Assert.Equal(expected, all.All<V1PodDisruptionBudget>().Select(it => it.Metadata.Name).Order());
        Assert.All(all.All<V1Deployment>(), it =>
        {
            var folder = Services.Contains(it.Metadata.Name) ? $"services/{it.Metadata.Name}" : it.Metadata.Name;
            var dll = it.Spec.Template.Spec.Containers.Single().Command[1];
            Assert.Equal($"/app/{it.Metadata.Name}/{Path.GetFileNameWithoutExtension(dll)}.dll", dll);
            Assert.True(File.Exists(Path.Combine(Repository.Root, folder, Path.GetFileNameWithoutExtension(dll)
                + ".csproj")), dll);
        });
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Variables_OfEveryPod_AreReadByTheCode(string overlay)
    {
        var all = Manifests.Of(overlay);
        var names = all.All<V1ConfigMap>().SelectMany(it => it.Data.Keys)
            .Concat(all.All<V1Deployment>().SelectMany(it => it.Spec.Template.Spec.Containers.Single().Env ?? [])
                .Select(it => it.Name))
            .Concat(all.All<V1CronJob>()
                .SelectMany(it => it.Spec.JobTemplate.Spec.Template.Spec.Containers.Single().Env ?? [])
                .Select(it => it.Name))
            .Distinct().ToList();

        Assert.True(names.Count > 10);
        Assert.All(names, name => Assert.True(SettingNames.IsRead(name), $"nobody reads {name}"));
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Files_NamedBySettings_AreMounted(string overlay)
    {
        var all = Manifests.Of(overlay);
        var settings = all.All<V1ConfigMap>().Single(it => it.Data.ContainsKey("Database__Provider"));
        foreach (var (owner, template) in all.Pods().Where(pod => pod.Template.Spec.Containers.Single().EnvFrom?
                     .Any(source => source.ConfigMapRef.Name == settings.Metadata.Name) == true))
        {
            var named = settings.Data.Where(pair => pair.Key.EndsWith("File", StringComparison.Ordinal))
                .Select(pair => pair.Value)
                .Concat((template.Spec.Containers.Single().Env ?? [])
                    .Where(it => it.Name.EndsWith("File", StringComparison.Ordinal)).Select(it => it.Value));
            Assert.All(named, path => Assert.True(SecretFiles.PathsIn(template).Contains(path), $"{owner}: {path}"));
        }
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Gateway_CallsServices_AtTheirNamesAndPorts(string overlay)
    {
        var services = Manifests.Of(overlay).All<V1Service>().ToDictionary(it => it.Metadata.Name);
        using var settings = JsonDocument.Parse(Repository.Read("gateway/appsettings.json"));
        foreach (var cluster in settings.RootElement.GetProperty("ReverseProxy").GetProperty("Clusters")
            .EnumerateObject())
        {
            var address = new Uri(cluster.Value.GetProperty("Destinations").GetProperty("1").GetProperty("Address")
                .GetString()!);
            Assert.Contains(address.Port, services[address.Host].Spec.Ports.Select(port => port.Port));
        }
    }

    [Fact]
    public void Addresses_OnASingleNode_AreThoseOfItsServices()
    {
        var all = Manifests.Of("single-node");
        var ports = all.All<V1Service>()
            .ToDictionary(it => it.Metadata.Name, it => it.Spec.Ports.Select(port => port.Port).ToList());
        var settings = all.All<V1ConfigMap>().Single(it => it.Data.ContainsKey("Database__Provider")).Data;
        var keys = new Uri(settings["Auth__JwksUri"]);

        Assert.Contains("Host=postgres;", settings["Database__Connection"], StringComparison.Ordinal);
        Assert.Contains(5432, ports["postgres"]);
        Assert.Contains(5672, ports[settings["Messaging__Host"]]);
        Assert.Contains(keys.Port, ports[keys.Host]);
    }

    [Theory, MemberData(nameof(Overlays))]
    public void EveryContainer_RunsWithoutPowers(string overlay) => Assert.All(Manifests.Of(overlay).Pods(), pod =>
    {
        var (container, spec) = (pod.Template.Spec.Containers.Single(), pod.Template.Spec);
        Assert.True(spec.SecurityContext.RunAsNonRoot, pod.Owner);
        Assert.NotEqual(0, spec.SecurityContext.RunAsUser);
        Assert.Equal("RuntimeDefault", spec.SecurityContext.SeccompProfile.Type);
        Assert.False(spec.AutomountServiceAccountToken, pod.Owner);
        Assert.False(spec.EnableServiceLinks, pod.Owner);
        Assert.True(container.SecurityContext.ReadOnlyRootFilesystem, pod.Owner);
        Assert.False(container.SecurityContext.AllowPrivilegeEscalation, pod.Owner);
        Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
        Assert.NotEmpty(container.Resources.Limits);
        Assert.NotEmpty(container.Resources.Requests);
    });

    [Theory, MemberData(nameof(Overlays))]
    public void NetworkPolicies_LetOnlyTheGatewayIn(string overlay)
    {
        var all = Manifests.Of(overlay);
        var fromOutside = all.All<V1NetworkPolicy>()
            .Where(it => (it.Spec.Ingress ?? []).Any(rule => rule.FromProperty is null or []));

        Assert.Equal("gateway", Assert.Single(fromOutside).Metadata.Name);
        var denyAll = all.All<V1NetworkPolicy>().Single(it => it.Metadata.Name == "deny-all").Spec;
        Assert.Equal(["Ingress", "Egress"], denyAll.PolicyTypes);
        Assert.Empty(denyAll.PodSelector.MatchLabels ?? new Dictionary<string, string>());
        Assert.Null(denyAll.Ingress);
        Assert.Null(denyAll.Egress);
    }

    [Fact]
    public void HighAvailability_SpreadsReplicas_AndKeepsNothingOnOneDisk()
    {
        var all = Manifests.Of("ha");

        Assert.All(all.All<V1Deployment>(), it => Assert.Contains(
            it.Spec.Template.Spec.TopologySpreadConstraints, spread => spread.WhenUnsatisfiable == "DoNotSchedule"));
        Assert.All(all.All<V2HorizontalPodAutoscaler>(), it => Assert.True(it.Spec.MinReplicas >= 2));
        var shared = all.All<V1PersistentVolumeClaim>()
            .Where(it => it.Spec.AccessModes.Contains("ReadWriteMany")).Select(it => it.Metadata.Name).ToList();
        Assert.All(
            all.All<V1Deployment>().SelectMany(it => it.Spec.Template.Spec.Volumes)
                .Select(volume => volume.PersistentVolumeClaim?.ClaimName).OfType<string>(),
            claim => Assert.Contains(claim, shared));
        Assert.Contains(all.All<V1ConfigMap>(), it =>
            it.Data.TryGetValue("Files__Store", out var store) && store == "S3");
        Assert.Contains(all.All<V1ConfigMap>(), it => it.Data.ContainsKey("Gateway__ResolveEvery"));
        Assert.All(all.All<V1Service>()
            .Where(it => it.Metadata.Name != "gateway"), it => Assert.Equal("None", it.Spec.ClusterIP));
    }
}
