using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Audit.V1;
using StudySuite.Defaults.Hosting;

namespace StudySuite.Defaults.Audit;

/// <summary>
/// <c>verify-audit</c>: checks the chain of every service of the process and prints one line each,
/// <c>{service} {head}</c>, or what is wrong with its first bad entry; the exit code is then 1. With
/// <c>verify-audit --heads FILE</c>, the saved lines of an earlier run, a cut tail and a chain made anew are found too.
/// </summary>
internal sealed class VerifyAuditVerb(IEnumerable<IVerifiedTrail> trails) : ISuiteVerb
{
    public string Name => "verify-audit";

    public async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, CancellationToken cancellationToken)
    {
        var heads = Read(args);
        var isGood = true;
        foreach (var trail in trails)
        {
            var verdict = await trail.VerifyAsync(heads.GetValueOrDefault(trail.Service), cancellationToken);
            isGood &= verdict.Fault == AuditFault.Unspecified;
            await output.WriteLineAsync($"{trail.Service} {Describe(verdict)}");
        }

        return isGood ? 0 : 1;
    }

    private static string Describe(AuditVerdict verdict) => verdict.Fault switch
    {
        AuditFault.Unspecified => verdict.Head.Length == 0 ? "0:" : verdict.Head,
        AuditFault.EntryChanged => $"BAD: {verdict.FirstBadEntry} (link {verdict.FirstBadLink}) was changed / 审计记录被改动",
        AuditFault.EntryMissing => $"BAD: link {verdict.FirstBadLink} is missing / 审计记录缺失",
        AuditFault.TailCut => $"BAD: link {verdict.FirstBadLink} and later are missing / 末尾审计记录被删除",
        _ => $"BAD: the chain's beginning at link {verdict.FirstBadLink} is not confirmed / 起点无法核实",
    };

    private static Dictionary<string, AuditHead?> Read(IReadOnlyList<string> args)
    {
        var at = args.ToList().IndexOf("--heads");
        if (at < 0)
        {
            return [];
        }

        var file = at + 1 < args.Count ? args[at + 1] : "";
        if (!File.Exists(file))
        {
            throw new StartupError($"找不到文件“{file}”（--heads）。", $"--heads: there is no file \"{file}\".");
        }

        return File.ReadLines(file).Select(line => line.Split(' ', 2)).Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0], parts => AuditHead.Parse(parts[1].Trim()));
    }
}

/// <summary>The trail of one service, for a process that holds several.</summary>
internal interface IVerifiedTrail
{
    string Service { get; }

    Task<AuditVerdict> VerifyAsync(AuditHead? kept, CancellationToken cancellationToken);
}

internal sealed class VerifiedTrail<TDb>(ServiceInfo<TDb> service, IServiceScopeFactory scopes) : IVerifiedTrail
    where TDb : DbContext
{
    public string Service => service.Name;

    public async Task<AuditVerdict> VerifyAsync(AuditHead? kept, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuditVerification<TDb>>().RunAsync(kept, cancellationToken);
    }
}
