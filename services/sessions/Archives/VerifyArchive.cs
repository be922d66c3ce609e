using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Hosting;
using StudySuite.Files;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Archives;

/// <summary>
/// <c>verify-archive</c>: all stored archives, or package files named behind it, which are also compared with the stored
/// archive of the same name when there is one. Exit code 1 and a line each for what is wrong.
/// </summary>
internal sealed class VerifyArchive(IServiceScopeFactory scopes, [FromKeyedServices(SessionsModule.Shelf)] IBlobs blobs) : ISuiteVerb
{
    public string Name => "verify-archive";

    public async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SessionsDbContext>();
        var wrong = 0;
        if (args.Count == 0)
        {
            // One by one by name: checking takes long, and a connection reads one thing at a time.
            var names = await db.Archives.OrderBy(a => a.Unit).ThenBy(a => a.Session)
                .Select(a => new { a.Unit, a.Session }).ToListAsync(cancellationToken);
            foreach (var name in names)
            {
                var archive = await db.Archives.AsNoTracking()
                    .SingleAsync(a => a.Unit == name.Unit && a.Session == name.Session, cancellationToken);
                wrong += await ReportAsync(output, archive.ResourceName, await CheckAsync(db, archive, cancellationToken));
            }
        }

        foreach (var path in args)
        {
            var found = await PackageCheck.RunAsync(path, cancellationToken);
            var differs = await CompareAsync(db, found, output, cancellationToken);
            wrong += await ReportAsync(output, $"{path} ({found.Archive}, {found.Files})", [.. found.Wrong, .. differs]);
        }

        return wrong == 0 ? 0 : 1;
    }

    private static async Task<int> ReportAsync(TextWriter output, string what, IReadOnlyList<string> wrong)
    {
        await output.WriteLineAsync(wrong.Count == 0 ? $"OK   {what}" : $"BAD  {what}");
        foreach (var line in wrong)
        {
            await output.WriteLineAsync($"     {line}");
        }

        return wrong.Count;
    }

    /// <summary>A package whose hashes agree may still have been made anew: the stored index tells.</summary>
    private static async Task<List<string>> CompareAsync(
        SessionsDbContext db, PackageCheck.Finding found, TextWriter output, CancellationToken cancellationToken)
    {
        var name = found.Archive.EndsWith("/archive", StringComparison.Ordinal)
            ? SessionName.TryParse(found.Archive[..^"/archive".Length])
            : null;
        if (name is not { } session)
        {
            return [];
        }

        try
        {
            var stored = await db.Archives.AsNoTracking().Where(a => a.Unit == session.Unit && a.Session == session.Id)
                .Select(a => a.IndexSha256).SingleOrDefaultAsync(cancellationToken);
            if (stored is null)
            {
                await output.WriteLineAsync($"     本系统没有该档案，仅核对包内校验值 / not an archive of this system: {found.Archive}");
            }

            return stored is null || stored == found.IndexSha256 ? [] : ["目录与系统内的档案不符 / the index is not that of the stored archive"];
        }
        catch (DbException error)
        {
            await output.WriteLineAsync($"     无法查询数据库，仅核对包内校验值 / the database does not answer: {error.Message}");
            return [];
        }
    }

    private async Task<List<string>> CheckAsync(SessionsDbContext db, SessionArchive archive, CancellationToken cancellationToken)
    {
        var wrong = new List<string>();
        var addenda = await db.Set<ArchiveAddendum>().AsNoTracking()
            .Where(a => a.Unit == archive.Unit && a.Session == archive.Session).ToListAsync(cancellationToken);
        foreach (var item in archive.Items.Concat(addenda.Select(addendum => addendum.ToDocument())))
        {
            await CheckAsync($"items/{item.Number}", item.Sha256, wrong, cancellationToken);
            foreach (var file in item.Files ?? [])
            {
                await CheckAsync($"items/{item.Number}/files/{file.Number}", file.Sha256, wrong, cancellationToken);
            }
        }

        await CheckAsync(ArchivePackage.IndexName, archive.IndexSha256, wrong, cancellationToken);
        await CompareIndexAsync(archive, wrong, cancellationToken);
        return wrong;
    }

    private async Task CheckAsync(string what, string sha256, List<string> wrong, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(sha256, cancellationToken: cancellationToken);
        if (blob is null)
        {
            wrong.Add($"缺少 / missing: {what} {sha256}");
        }
        else if (Convert.ToHexStringLower(await SHA256.HashDataAsync(blob, cancellationToken)) != sha256)
        {
            wrong.Add($"校验值不符 / hash differs: {what} {sha256}");
        }
    }

    /// <summary>The rows say what the frozen index says.</summary>
    private async Task CompareIndexAsync(SessionArchive archive, List<string> wrong, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(archive.IndexSha256, cancellationToken: cancellationToken);
        if (blob is null)
        {
            return;
        }

        try
        {
            using var index = await JsonDocument.ParseAsync(blob, cancellationToken: cancellationToken);
            var frozen = index.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("sha256").GetString());
            if (!frozen.SequenceEqual(archive.Items.Select(item => item.Sha256)))
            {
                wrong.Add("数据库中的目录与冻结的目录不符 / rows differ from the frozen index");
            }
        }
        catch (JsonException error)
        {
            wrong.Add($"{ArchivePackage.IndexName}: {error.Message}");
        }
    }
}
