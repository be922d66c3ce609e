using StudySuite.Defaults.Hosting;

namespace StudySuite.Defaults.Doctor;

/// <summary>
/// <c>doctor</c>: looks at settings, database, broker, clock, disk, certificates and keys, and says what to do.
/// Exit code 1 when something is bad.
/// </summary>
internal sealed class DoctorVerb(IEnumerable<ICheckup> checkups) : ISuiteVerb
{
    public string Name => "doctor";

    public async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, CancellationToken cancellationToken)
    {
        var isBad = false;
        foreach (var checkup in checkups)
        {
            await foreach (var finding in checkup.ExamineAsync(cancellationToken))
            {
                isBad |= finding.Kind == FindingKind.Bad;
                await output.WriteLineAsync(finding.ToString());
            }
        }

        return isBad ? 1 : 0;
    }
}
