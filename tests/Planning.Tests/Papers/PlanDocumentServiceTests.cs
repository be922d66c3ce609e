using System.IO.Compression;
using System.Text;
using Google.Protobuf;
using StudySuite.Planning.V1;
using StudySuite.Testing;
using static StudySuite.Planning.V1.PlanDocumentService;
using static StudySuite.Planning.V1.ThematicArrangementService;

namespace StudySuite.Planning.Tests.Papers;

public sealed class PlanDocumentServiceTests
{
    [Fact]
    public async Task PrintAnnualPlan_AsDocxAndPage_HoldsTheItems()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        var plan = await planning.GivenAcceptedPlanAsync();

        var docx = await new PlanDocumentServiceClient(planning.AsSecretary()).PrintAnnualPlanAsync(new() { Name = plan.Name });
        var page = await planning.Host.Http("StudySecretary:/xinxiang/xinxiang-kegong/").GetAsync($"/planning/v1/{plan.Name}:print?form=PAPER_FORM_PAGE");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Contains("第12专题", TextOf(docx.Data, "word/document.xml"), StringComparison.Ordinal);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("第12专题", html, StringComparison.Ordinal);
        Assert.Contains("第1次党组会审定", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrintArrangement_AtIssuerAndUnit_IsTheSame()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        var office = new ThematicArrangementServiceClient(planning.AsPublicity());
        var arrangement = await office.CreateThematicArrangementAsync(new()
        {
            Parent = "units/xinxiang",
            ThematicArrangementId = "y2024",
            ThematicArrangement = new()
            {
                Year = 2024, Title = "安排意见", Number = "新宣发〔2023〕9号",
                Topics = { new ArrangementTopic { Title = "习近平法治思想", MustRead = { "宪法" }, StartsOn = "2024-01-01", EndsOn = "2024-03-31", Mandatory = true } },
            },
        });
        await office.IssueThematicArrangementAsync(new() { Name = arrangement.Name });

        var issued = await new PlanDocumentServiceClient(planning.AsPublicity()).PrintThematicArrangementAsync(new() { Name = arrangement.Name });
        var received = await new PlanDocumentServiceClient(planning.AsSecretary()).PrintReceivedArrangementAsync(
            new() { Name = "units/xinxiang-kegong/receivedArrangements/y2024" });

        Assert.Contains("习近平法治思想（必学）", TextOf(issued.Data, "word/document.xml"), StringComparison.Ordinal);
        Assert.Equal(TextOf(issued.Data, "word/document.xml"), TextOf(received.Data, "word/document.xml"));
    }

    [Fact]
    public async Task PlanItems_ExportedAndImported_AreTheSame()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        var client = new PlanDocumentServiceClient(planning.AsSecretary());
        var text = PlanningFixture.FullYear();
        text.Items[0].Materials.Add(["第一份", "第二份"]);
        text.Items[0].Category = "国家法律法规";
        text.Items[0].ConversionGoal = "=1+1";
        text.Items[0].ArrangementTopic = "units/xinxiang/thematicArrangements/y/topics/t";
        var plan = await planning.Secretary().CreateAnnualPlanAsync(new() { Parent = PlanningFixture.Unit, Year = 2024, Plan = text });
        var sheet = await client.ExportPlanItemsAsync(new() { Name = plan.Name });
        await planning.Secretary().UpdateAnnualPlanAsync(new()
        {
            Plan = new() { Name = plan.Name, Items = { new PlanItem { Month = 1, Topic = "只此一项" } } }, UpdateMask = new() { Paths = { "items" } },
        });

        var dry = await client.ImportPlanItemsAsync(new() { Name = plan.Name, File = sheet.Data, DryRun = true });
        var between = await planning.Secretary().GetAnnualPlanAsync(new() { Name = plan.Name });
        var done = await client.ImportPlanItemsAsync(new() { Name = plan.Name, File = sheet.Data });
        var after = await planning.Secretary().GetAnnualPlanAsync(new() { Name = plan.Name });

        Assert.Equal((12, 12, 1), (dry.Rows, dry.Plan.Items.Count, between.Items.Count));
        Assert.Empty(done.Problems);
        Assert.Equal(plan.Items, after.Items);
    }

    [Fact]
    public async Task ImportPlanItems_WithWrongRows_ChangesNothingAndNamesEach()
    {
        await using var planning = await PlanningFixture.StartAsync(Backing.Sqlite);
        var client = new PlanDocumentServiceClient(planning.AsSecretary());
        var text = PlanningFixture.FullYear();
        var plan = await planning.Secretary().CreateAnnualPlanAsync(new() { Parent = PlanningFixture.Unit, Year = 2024, Plan = text });
        var sheet = Broken((await client.ExportPlanItemsAsync(new() { Name = plan.Name })).Data);

        var answer = await client.ImportPlanItemsAsync(new() { Name = plan.Name, File = sheet });
        var noSheet = await Refused.ByAsync(client.ImportPlanItemsAsync(new() { Name = plan.Name, File = ByteString.CopyFromUtf8("no sheet") }));
        var template = await client.GetPlanItemTemplateAsync(new());

        Assert.Contains(answer.Problems, p => p is { Row: 2, Column: "学习形式", Reason: "SHEET_FORM_UNKNOWN" });
        Assert.Null(answer.Plan);
        Assert.Contains(("file", "FILE_NOT_XLSX"), noSheet.Violations);
        Assert.True(template.Data.Length > 0);
        Assert.Equal(plan.Items, (await planning.Secretary().GetAnnualPlanAsync(new() { Name = plan.Name })).Items);
    }

    /// <summary>The same workbook with another word for the form of study.</summary>
    private static ByteString Broken(ByteString sheet)
    {
        var bytes = new MemoryStream();
        bytes.Write(sheet.Span);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).ToList())
            {
                string text;
                using (var reader = new StreamReader(entry.Open()))
                {
                    text = reader.ReadToEnd();
                }

                if (text.Contains("集体研讨", StringComparison.Ordinal))
                {
                    using var content = entry.Open();
                    content.SetLength(0);
                    content.Write(Encoding.UTF8.GetBytes(text.Replace("集体研讨", "聚餐", StringComparison.Ordinal)));
                }
            }
        }

        return ByteString.CopyFrom(bytes.ToArray());
    }

    private static string TextOf(ByteString file, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(file.ToByteArray()));
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }
}
