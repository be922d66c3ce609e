using System.Collections.Concurrent;
using k8s;
using k8s.Models;

namespace StudySuite.Deploy.Tests.Kubernetes;

/// <summary>An overlay as kubectl renders it, loaded strictly: a wrong type or an unknown field fails.</summary>
internal sealed class Manifests
{
    private static readonly ConcurrentDictionary<string, Manifests> Rendered = new();

    private Manifests(string overlay) => Objects =
        [.. KubernetesYaml.LoadAllFromString(Repository.Run("kubectl", "kustomize", $"deploy/k8s/{overlay}"), null, strict: true)
            .Cast<IKubernetesObject<V1ObjectMeta>>()];

    public IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects { get; }

    public static Manifests Of(string overlay)
    {
        // The SDK is all that building and testing need; continuous integration has kubectl and must not go without.
        var mustHave = Environment.GetEnvironmentVariable("CI") is { Length: > 0 };
        Assert.SkipUnless(mustHave || Repository.Has("kubectl"), "kubectl is not installed");
        return Rendered.GetOrAdd(overlay, name => new Manifests(name));
    }

    public IEnumerable<T> All<T>() => Objects.OfType<T>();

    /// <summary>Everything that makes pods, by the name of what makes them.</summary>
    public IEnumerable<(string Owner, V1PodTemplateSpec Template)> Pods() =>
        All<V1Deployment>().Select(it => (it.Metadata.Name, it.Spec.Template))
            .Concat(All<V1StatefulSet>().Select(it => (it.Metadata.Name, it.Spec.Template)))
            .Concat(All<V1Job>().Select(it => (it.Metadata.Name, it.Spec.Template)))
            .Concat(All<V1CronJob>().Select(it => (it.Metadata.Name, it.Spec.JobTemplate.Spec.Template)));

    public List<(string Owner, V1PodTemplateSpec Template)> Matching(IDictionary<string, string> labels) =>
        [.. Pods().Where(pod => labels.All(label => pod.Template.Metadata.Labels.TryGetValue(label.Key, out var value) && value == label.Value))];

    public List<(string Owner, V1PodTemplateSpec Template)> Matching(V1LabelSelector selector) =>
        [.. Matching(selector.MatchLabels ?? new Dictionary<string, string>()).Where(pod => (selector.MatchExpressions ?? []).All(rule =>
            rule.OperatorProperty == "In" && pod.Template.Metadata.Labels.TryGetValue(rule.Key, out var value)
                && rule.Values.Contains(value)))];
}
