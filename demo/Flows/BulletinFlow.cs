using Grpc.Core;
using StudySuite.Bulletin.V1;
using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;

namespace StudySuite.Demo.Flows;

/// <summary>The half-yearly bulletins, from draft over sign-off with frozen figures to issue and read receipts.</summary>
internal sealed class BulletinFlow(Cast cast, DemoSettings settings)
{
    private readonly List<string> files = [];

    /// <summary>The bulletins as they would be printed, DOCX.</summary>
    public IReadOnlyList<string> Files => files;

    public async Task RunAsync()
    {
        await BulletinAsync(1, "2023-07-12");
        await BulletinAsync(2, "2023-12-31");
    }

    private async Task BulletinAsync(int half, string issuedOn)
    {
        var id = $"2023-{half}";
        await new SelfReportFlow(cast).RunAsync(half);
        var publicity = new BulletinService.BulletinServiceClient(cast["publicity"].Calls);
        await publicity.CreateBulletinAsync(new CreateBulletinRequest
        {
            Parent = Units.County.ResourceName,
            BulletinId = id,
            Bulletin = new Bulletin.V1.Bulletin
            {
                Year = 2023,
                Half = half,
                Practices = "县科工局坚持“重点发言+集体研讨”，做到一学一题、一题一议。",
                Problems = "个别单位研讨与本单位工作结合不紧，归档不够及时。",
                Requirements = "各单位要对照“七有”要求补齐短板，及时归档。",
            },
            RequestId = $"demo-bulletin-{id}",
        }).UnlessThereAsync();

        var name = $"{Units.County.ResourceName}/bulletins/{id}";
        while (true)
        {
            var bulletin = await publicity.GetBulletinAsync(new GetBulletinRequest { Name = name });
            var step = $"demo-bulletin-{id}-{bulletin.State}-{bulletin.Signatures.Count}".ToLowerInvariant();
            switch (bulletin.State)
            {
                case BulletinState.Draft when bulletin.Overview.Length == 0:
                    await publicity.PrefillBulletinAsync(new PrefillBulletinRequest { Name = name });
                    break;
                case BulletinState.Draft:
                    await new PracticeFlow(cast).RunAsync(half, name);
                    await publicity.SubmitBulletinAsync(new SubmitBulletinRequest { Name = name, RequestId = step });
                    break;
                case BulletinState.InSignOff:
                    // Whoever wrote it does not sign it.
                    await new BulletinService.BulletinServiceClient(cast["publicity-head"].Calls).SignBulletinAsync(
                        new SignBulletinRequest { Name = name, Opinion = "同意", RequestId = step });
                    break;
                case BulletinState.Signed:
                    await publicity.IssueBulletinAsync(new IssueBulletinRequest { Name = name, IssuedOn = issuedOn, RequestId = step });
                    break;
                default:
                    await AcknowledgeAsync(bulletin.Number);
                    await SaveAsync(name, id);
                    return;
            }
        }
    }

    private async Task SaveAsync(string name, string id)
    {
        var paper = await new ExportService.ExportServiceClient(cast["publicity"].Calls)
            .DownloadBulletinAsync(new DownloadBulletinRequest { Name = name, Format = FileFormat.Docx });
        var folder = Path.GetDirectoryName(Path.GetFullPath(settings.AccountsFile))!;
        var file = Path.Combine(folder, $"bulletin-{id}.docx");
        await File.WriteAllBytesAsync(file, paper.Data.ToByteArray());
        files.Add(file);
    }

    private async Task AcknowledgeAsync(string number)
    {
        foreach (var unit in Units.Below.Take(3))
        {
            var secretary = new ReceivedBulletinService.ReceivedBulletinServiceClient(cast[unit.Secretary].Calls);
            var received = await secretary.ListReceivedBulletinsAsync(new ListReceivedBulletinsRequest { Parent = unit.ResourceName });
            var unread = received.ReceivedBulletins.Where(b => b.Number == number && b.AcknowledgedBy.Length == 0);
            foreach (var bulletin in unread)
            {
                await secretary.AcknowledgeBulletinAsync(new AcknowledgeBulletinRequest { Name = bulletin.Name });
            }
        }
    }
}
