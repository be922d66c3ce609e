using System.Globalization;
using System.Text;

namespace StudySuite.Defaults.Audit;

/// <summary>Audit entries as a table that offices can open. Begins with a byte order mark, which Excel needs for Chinese.</summary>
internal static class AuditCsv
{
    public const string Header = "\uFEFFlink,sequence,utc_ticks,time,actor,action,resource,outcome,trace_id,source,seal\r\n";

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static void Append(StringBuilder csv, AuditEntry entry)
    {
        csv.Append(
            CultureInfo.InvariantCulture,
            $"{entry.Link},{entry.Sequence},{entry.At.UtcTicks},{entry.At.ToOffset(Beijing):yyyy-MM-dd HH:mm:ss.fff},");
        csv.AppendJoin(',', new[] { entry.Actor, entry.Action, entry.Resource, entry.Outcome, entry.TraceId, entry.Source, entry.Seal }
            .Select(Quote));
        csv.Append("\r\n");
    }

    /// <summary>A text that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    private static string Quote(string? text)
    {
        text ??= "";
        text = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text;
        return text.AsSpan().ContainsAny(",\"") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
