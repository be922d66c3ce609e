using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using StudySuite.Benchmarks.Load;
using StudySuite.Benchmarks.Reports;
using StudySuite.Benchmarks.Rolls;
using StudySuite.Benchmarks.Suites;
using StudySuite.Testing;

namespace StudySuite.Benchmarks.Uploads;

/// <summary>100 MB up and down through the gateway, against copying as many bytes on the disk; what memory it takes.</summary>
internal static class LargeFiles
{
    private const int Bytes = 100_000_000, Mebibyte = 1 << 20;

    public static async Task RunAsync(Stage stage, Report report)
    {
        var suite = await stage.SuiteAsync();
        await stage.RollsAsync();
        using var http = new HttpClient { BaseAddress = suite.Http("gateway"), Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", TestTokens.Create("secretary-0", ["StudySecretary:/bench/unit-0/"], minutes: 60));
        var (up, down, copy) = (new List<double>(), new List<double>(), new List<double>());
        var before = Memory(suite);
        var most = before;
        // Once to warm up.
        for (var round = -1; round < Pace.Rounds; round++)
        {
            var bytes = Picture();
            var sent = await TimeAsync(async () => await UploadAsync(http, bytes));
            most = Math.Max(most, Memory(suite));
            var got = await TimeAsync(async () => await DownloadAsync(http, sent.Result));
            most = Math.Max(most, Memory(suite));
            var written = await TimeAsync(() => CopyAsync(bytes));
            if (got.Result != Bytes)
            {
                throw new InvalidOperationException($"{got.Result} bytes came back.");
            }

            if (round >= 0)
            {
                up.Add(Bytes / sent.Seconds / Mebibyte);
                down.Add(Bytes / got.Seconds / Mebibyte);
                copy.Add(Bytes / written.Seconds / Mebibyte);
            }
        }

        report.Add(new Row("upload of 100 MB through the gateway; writing it to the disk", "MiB/s", up, copy));
        report.Add(new Row("download of 100 MB through the gateway; writing it to the disk", "MiB/s", down, copy));
        report.Add(new Row(
            "memory of gateway and sessions together: most, as against before", "MiB", [(double)most / Mebibyte],
            [(double)before / Mebibyte], "bounded"));
    }

    /// <summary>Most that they ever held: their peaks can only grow.</summary>
    private static long Memory(RunningSuite suite) =>
        suite.Processes["gateway"].PeakMemory() + suite.Processes["sessions"].PeakMemory();

    /// <summary>A picture by its first bytes, another one each time, so that no copy of it is there yet.</summary>
    private static byte[] Picture()
    {
        var bytes = new byte[Bytes];
        Random.Shared.NextBytes(bytes);
        byte[] head = [0xFF, 0xD8, 0xFF, 0xE0];
        head.CopyTo(bytes, 0);
        return bytes;
    }

    private static async Task<string> UploadAsync(HttpClient http, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await http.PostAsync(
            $"/sessions/v1/units/unit-0/sessions/{RollStage.HeldSession}/files:upload?fileName=large.jpg&part=ARCHIVE_ITEM_KIND_OTHER&title=large", content);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(text).RootElement.GetProperty("name").GetString()!
            : throw new InvalidOperationException(text);
    }

    private static async Task<long> DownloadAsync(HttpClient http, string name)
    {
        await using var stream = await http.GetStreamAsync($"/sessions/v1/{name}:download");
        var buffer = new byte[1 << 16];
        long total = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer)) > 0)
        {
            total += read;
        }

        return total;
    }

    private static async Task<bool> CopyAsync(byte[] bytes)
    {
        var path = Path.GetTempFileName();
        await using (var file = new FileStream(path, FileMode.Create))
        {
            await file.WriteAsync(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Delete(path);
        return true;
    }

    private static async Task<(T Result, double Seconds)> TimeAsync<T>(Func<Task<T>> work)
    {
        var since = Stopwatch.GetTimestamp();
        var result = await work();
        return (result, Stopwatch.GetElapsedTime(since).TotalSeconds);
    }
}
