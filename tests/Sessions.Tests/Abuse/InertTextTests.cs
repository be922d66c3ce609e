using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using StudySuite.Sessions.Tests.Materials;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Abuse;

/// <summary>
/// A script and a forged calendar line in every text that people write, from the plan to the archive: wherever the texts
/// are shown, they are text.
/// </summary>
public class InertTextTests
{
    private const string Evil = "<script>alert('1')</script>\"&\r\nATTENDEE:mailto:x@evil.example\r\n=cmd|' /C calc'!A0";

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task Texts_WithScript_AreInertWhereverTheyAreShown()
    {
        await using var county = await County.OpenAsync(Backing);
        await GivenEvilSessionAsync(county);

        foreach (var document in new[] { "scheme", "notice", "materials", "signInSheet", "record", "archiveIndex" })
        {
            await AssertPageAsync(county, document);
            AssertDocx(await GetAsync(county, $"{County.Session}/documents/{document}?form=DOCUMENT_FORM_DOCX"), document);
        }

        var package = await GetAsync(county, $"{County.Session}/archive:package");
        using var zip = new ZipArchive(new MemoryStream(package));
        Assert.All(zip.Entries, entry => Assert.DoesNotMatch(@"[<>\\]|\.\.", entry.FullName));
        var papers = zip.Entries.Where(entry => entry.FullName.EndsWith(".docx", StringComparison.Ordinal)).ToList();
        Assert.Equal(12, papers.Count);
        foreach (var paper in papers)
        {
            using var bytes = new MemoryStream();
            await using (var stream = await paper.OpenAsync(Cancel))
            {
                await stream.CopyToAsync(bytes, Cancel);
            }

            AssertDocx(bytes.ToArray(), paper.FullName);
        }
    }

    [Fact]
    public async Task Texts_WithForgedLines_AddNothingToTheAppointmentAndComeBackAsTheyWere()
    {
        await using var county = await County.OpenAsync(Backing);
        await GivenEvilSessionAsync(county);

        var notice = await county.Secretary.Notices.GetNoticeAsync(new() { Name = $"{County.Session}/notice" });
        var appointment = Assert.Single(Ical.Net.Calendar.Load(notice.Ics)!.Events);
        var json = await county.Secretary.Http.GetAsync($"/sessions/v1/{County.Session}/record", Cancel);
        using var record = JsonDocument.Parse(await json.Content.ReadAsStringAsync(Cancel));

        Assert.Empty(appointment.Attendees);
        Assert.DoesNotContain(notice.Ics.Split('\n'), line => line.StartsWith("ATTENDEE", StringComparison.Ordinal));
        Assert.Contains("<script>", appointment.Summary);
        Assert.Equal("application/json", json.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Evil, record.RootElement.GetProperty("content").GetString());
        var found = (await county.Secretary.Search.SearchRecordsAsync(new() { Parent = County.Unit, Query = "alert('1')" })).Hits;
        Assert.Contains(found, hit => hit.Title.Contains("<script>", StringComparison.Ordinal));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task GivenEvilSessionAsync(County county)
    {
        var plan = Poison(County.Plan());
        await county.Secretary.Sessions.CreateSessionAsync(new() { Parent = County.Unit, SessionId = "march", Session = plan });
        await county.Secretary.Schemes.UpdateSchemeAsync(new() { Scheme = Poison(County.Scheme()) });
        await UploadTests.UploadAsync(county.Secretary, new() { FileName = Evil, Title = Evil, Source = Evil }, "x"u8.ToArray());
        await county.Secretary.Schemes.SubmitSchemeAsync(new() { Name = $"{County.Session}/scheme" });
        await county.Leader.Schemes.ApproveSchemeAsync(new() { Name = $"{County.Session}/scheme", ApprovedOn = "2023-03-10" });
        await county.Secretary.Notices.IssueNoticeAsync(new() { Name = $"{County.Session}/notice", IssuedOn = "2023-03-14" });
        var leave = await county.Wang.Leave.CreateLeaveRequestAsync(
            new() { Parent = County.Session, LeaveRequest = new() { Reason = LeaveReason.Illness, Text = Evil } });
        await county.Leader.Leave.ApproveLeaveRequestAsync(new() { Name = leave.Name, Note = Evil });
        await county.Secretary.Sessions.HoldSessionAsync(new() { Name = County.Session, HeldOn = "2023-03-20" });
        var mark = County.Mark("p-leader", AttendanceStatus.Late);
        mark.Remark = Evil;
        await county.Secretary.Rolls.MarkAttendanceAsync(new() { Name = $"{County.Session}/roll", Marks = { mark } });
        var topic = await county.Secretary.FirstTopics.CreateFirstTopicAsync(new()
        {
            Parent = County.Unit,
            FirstTopic = new() { Title = Evil, Source = Evil, Leader = Evil, PublishedOn = "2023-03-15", TextBasis = TextBasis.News },
        });
        var record = Poison(County.Record());
        record.FirstTopics.Add([topic.Name, Evil]);
        await county.Secretary.Records.UpdateRecordAsync(new() { Record = record });
        await county.Secretary.Records.SubmitRecordAsync(new() { Name = record.Name });
        await county.Secretary.Records.CheckNotesAsync(new() { Name = record.Name, CheckedOn = "2023-03-25" });
        var makeUp = (await county.Wang.MakeUps.ListMakeUpsAsync(new() { Parent = County.Unit })).MakeUps[0];
        await county.Wang.MakeUps.SubmitMakeUpAsync(new()
        {
            Name = makeUp.Name, Way = MakeUpWay.SelfStudy, Content = Evil, Reflection = Evil, DoneOn = "2023-03-22",
        });
        await county.Secretary.Activities.CreateActivityAsync(new()
        {
            Parent = County.Unit,
            Activity = new()
            {
                Kind = ActivityKind.Reflection, Title = Evil, Person = "people/p-wang", HappenedOn = "2023-03-22", Session = County.Session,
            },
        });
        await county.Secretary.Sessions.CompleteSessionAsync(new() { Name = County.Session });
        await county.Secretary.Archives.ArchiveSessionAsync(new() { Name = County.Session, ArchivedOn = "2023-03-30" });
    }

    /// <summary>Every text in Chinese is one that people write.</summary>
    private static T Poison<T>(T message)
        where T : IMessage
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            switch (field.Accessor.GetValue(message))
            {
                case string text when IsChinese(text):
                    field.Accessor.SetValue(message, Evil);
                    break;
                case System.Collections.IList texts when field is { FieldType: FieldType.String }:
                    for (var i = 0; i < texts.Count; i++)
                    {
                        texts[i] = Evil;
                    }

                    break;
                case System.Collections.IList inner when field is { FieldType: FieldType.Message }:
                    foreach (var one in inner)
                    {
                        Poison((IMessage)one!);
                    }

                    break;
            }
        }

        return message;
    }

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');

    private static async Task AssertPageAsync(County county, string document)
    {
        var answer = await county.Secretary.Http.GetAsync(
            $"/sessions/v1/{County.Session}/documents/{document}?form=DOCUMENT_FORM_PRINT_PAGE", Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"{document}: {page}");
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    private static async Task<byte[]> GetAsync(County county, string address) =>
        await county.Secretary.Http.GetByteArrayAsync($"/sessions/v1/{address}", Cancel);

    /// <summary>Well-formed, no element of ours, and no field that a word processor would run.</summary>
    private static void AssertDocx(byte[] bytes, string what)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var part in zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var stream = part.Open();
            var names = XDocument.Load(stream).Descendants().Select(element => element.Name.LocalName).ToHashSet();
            Assert.DoesNotContain("script", names);
            Assert.False(names.Contains("instrText") && part.FullName == "word/document.xml", what);
        }
    }
}

[Trait("Needs", "Servers")]
public sealed class InertTextOnServersTests : InertTextTests
{
    protected override Backing Backing => Backing.Servers;
}
