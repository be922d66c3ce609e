using System.Text.RegularExpressions;
using k8s.Models;

namespace StudySuite.Deploy.Tests.Kubernetes;

/// <summary>The secrets that <c>secrets.sh</c> makes, read from its text: running it would lay passwords into the
/// checkout.</summary>
internal static partial class SecretFiles
{
    /// <summary>Files of each secret.</summary>
    public static IReadOnlyDictionary<string, string[]> Made { get; } = Calls()
        .Matches(Repository.Read("deploy/k8s/secrets.sh"))
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["files"].Value.Split(' '));

    public static IEnumerable<string> MountedIn(V1PodTemplateSpec template) => (template.Spec.Volumes ?? [])
        .SelectMany(volume => (volume.Projected?.Sources ?? []).Select(source => source.Secret?.Name)
            .Append(volume.Secret?.SecretName))
        .OfType<string>();

    /// <summary>Where the files of a pod's secrets lie in its container.</summary>
    public static IEnumerable<string> PathsIn(V1PodTemplateSpec template)
    {
        foreach (var volume in template.Spec.Volumes ?? [])
        {
            var mount = template.Spec.Containers.Single().VolumeMounts
                .SingleOrDefault(mount => mount.Name == volume.Name)?.MountPath;
            var secrets = (volume.Projected?.Sources ?? []).Select(source => source.Secret?.Name)
                .Append(volume.Secret?.SecretName);
            foreach (var file in secrets.OfType<string>().SelectMany(secret => Made[secret]))
            {
                yield return $"{mount}/{file}";
            }
        }
    }

    [GeneratedRegex(@"(^|; then )secret (?<name>studysuite-[a-z-]+) (?<files>[\w. ]+?)(;|$)", RegexOptions.Multiline)]
    private static partial Regex Calls();
}
