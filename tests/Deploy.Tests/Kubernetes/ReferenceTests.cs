using k8s;
using k8s.Models;

namespace StudySuite.Deploy.Tests.Kubernetes;

/// <summary>What one manifest calls by name is there in another.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Overlays => new("single-node", "ha");

    [Theory, MemberData(nameof(Overlays))]
    public void Selectors_OfEverything_FindPods(string overlay)
    {
        var all = Manifests.Of(overlay);

        Assert.All(all.All<V1Deployment>(), it => Assert.Single(all.Matching(it.Spec.Selector)));
        Assert.All(all.All<V1Service>(), it =>
            Assert.Equal(it.Metadata.Name, Assert.Single(all.Matching(it.Spec.Selector)).Owner));
        Assert.All(all.All<V1PodDisruptionBudget>(), it => Assert.Single(all.Matching(it.Spec.Selector)));
        Assert.All(all.All<V1NetworkPolicy>(), it => Assert.NotEmpty(all.Matching(it.Spec.PodSelector)));
        Assert.All(
            all.All<V1NetworkPolicy>().SelectMany(PeersOf).Where(peer => peer.PodSelector is not null),
            peer => Assert.NotEmpty(all.Matching(peer.PodSelector)));
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Ports_CalledByNameOrNumber_AreOpened(string overlay)
    {
        var all = Manifests.Of(overlay);
        foreach (var service in all.All<V1Service>())
        {
            var opened = PortsOf(all.Matching(service.Spec.Selector).Single().Template);
            Assert.All(service.Spec.Ports, port => Assert.Contains(port.TargetPort.Value, opened));
        }

        foreach (var policy in all.All<V1NetworkPolicy>())
        {
            var opened = all.Matching(policy.Spec.PodSelector).SelectMany(pod => PortsOf(pod.Template)).ToList();
            Assert.All((policy.Spec.Ingress ?? []).SelectMany(rule => rule.Ports ?? []), port =>
                Assert.Contains(port.Port.Value, opened));
        }

        foreach (var (owner, template) in all.Pods())
        {
            var container = Assert.Single(template.Spec.Containers);
            var probes = new[] { container.StartupProbe, container.ReadinessProbe, container.LivenessProbe };
            var ports = probes.OfType<V1Probe>().Select(probe => probe.HttpGet?.Port ?? probe.TcpSocket?.Port)
                .OfType<IntOrString>();
            Assert.All(ports, port =>
                Assert.True(PortsOf(template).Contains(port.Value), $"{owner}: probe of port {port.Value}"));
        }
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Ingress_AndAutoscaling_LeadToWhatThereIs(string overlay)
    {
        var all = Manifests.Of(overlay);
        var backends = all.All<V1Ingress>().SelectMany(it => it.Spec.Rules).SelectMany(rule => rule.Http.Paths)
            .Select(path => path.Backend.Service).ToList();

        Assert.Equal(2, backends.Count);
        Assert.All(backends, backend =>
        {
            Assert.Equal("gateway", backend.Name);
            Assert.Contains(backend.Port.Name, all.All<V1Service>()
                .Single(it => it.Metadata.Name == "gateway").Spec.Ports.Select(port => port.Name));
        });
        Assert.All(all.All<V1Ingress>(), it => Assert.Equal(
            it.Spec.Rules.Select(rule => rule.Host), Assert.Single(it.Spec.Tls).Hosts));
        Assert.All(all.All<V2HorizontalPodAutoscaler>(), it => Assert.Contains(
            it.Spec.ScaleTargetRef.Name, all.All<V1Deployment>().Select(deployment => deployment.Metadata.Name)));
        Assert.Equal(overlay == "ha" ? 8 : 0, all.All<V2HorizontalPodAutoscaler>().Count());
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Volumes_Settings_AndSecrets_AreThere(string overlay)
    {
        var all = Manifests.Of(overlay);
        var maps = all.All<V1ConfigMap>().Select(it => it.Metadata.Name).ToHashSet();
        var claims = all.All<V1PersistentVolumeClaim>().Select(it => it.Metadata.Name).ToHashSet();
        var secrets = SecretFiles.Made;
        foreach (var (owner, template) in all.Pods())
        {
            var container = template.Spec.Containers.Single();
            var volumes = (template.Spec.Volumes ?? []).ToDictionary(volume => volume.Name);
            // A stateful set brings its claim itself.
            var templates = all.All<V1StatefulSet>().Where(it => it.Metadata.Name == owner)
                .SelectMany(it => it.Spec.VolumeClaimTemplates).Select(claim => claim.Metadata.Name);
            Assert.All(container.VolumeMounts ?? [], mount =>
                Assert.Contains(mount.Name, volumes.Keys.Concat(templates)));
            Assert.All(container.EnvFrom ?? [], source => Assert.Contains(source.ConfigMapRef.Name, maps));
            Assert.All(
                volumes.Values.Select(volume => volume.PersistentVolumeClaim?.ClaimName).OfType<string>(),
                claim => Assert.Contains(claim, claims));
            Assert.All(SecretFiles.MountedIn(template), secret => Assert.Contains(secret, secrets.Keys));
            Assert.All(
                (container.Env ?? []).Select(variable => variable.ValueFrom?.SecretKeyRef)
                    .OfType<V1SecretKeySelector>(),
                key => Assert.Contains(key.Key, secrets[key.Name]));
        }
    }

    private static IEnumerable<V1NetworkPolicyPeer> PeersOf(V1NetworkPolicy policy) =>
        (policy.Spec.Ingress ?? []).SelectMany(rule => rule.FromProperty ?? [])
            .Concat((policy.Spec.Egress ?? []).SelectMany(rule => rule.To ?? []));

    private static HashSet<string> PortsOf(V1PodTemplateSpec template) =>
        [.. template.Spec.Containers.SelectMany(container => container.Ports ?? []).SelectMany(port => new[] { port.Name, $"{port.ContainerPort}" })];
}
