using StudySuite.Defaults.Requests;
using static StudySuite.Sessions.V1.SessionState;

namespace StudySuite.Sessions.StudySessions;

internal sealed partial class StudySession
{
    /// <summary>Something stands in it that a second writer must have read.</summary>
    public bool HasRecord => !Record.Equals(new V1.Record());

    /// <param name="writer">Keeps the record unless somebody else is named.</param>
    /// <param name="lecturer">Of the plan; he lectured unless somebody else is named.</param>
    public void WriteRecord(IEnumerable<string> fields, V1.Record asked, string writer, string lecturer)
    {
        Require(Held, Recorded);
        var record = Record.Clone();
        Content.Take(fields, asked, record);
        record.Recorder = record.Recorder.Length > 0 ? record.Recorder : writer;
        record.Lecturer = record.Lecturer.Length == 0 && Counting.IsLecture ? lecturer : record.Lecturer;
        if (record.Agenda.Count == 0)
        {
            record.Agenda.Add(Scheme.Agenda);
        }

        Record = record;
    }

    /// <summary>What was filed before the lecture is not asked for again.</summary>
    public void TakeFiling(string number, DateOnly filedOn)
    {
        if (Record.LectureFilingNumber.Length == 0)
        {
            var record = Record.Clone();
            (record.LectureFilingNumber, record.LectureFiledOn) = (number, filedOn.ToText());
            Record = record;
        }
    }

    public void CheckNotes(string person, DateOnly on)
    {
        Require(Held, Recorded);
        (NotesCheckedBy, NotesCheckedOn) = (person, on);
    }

    /// <param name="needsFiling">The rulebook wants lectures filed before they are given.</param>
    public void SubmitRecord(bool needsFiling)
    {
        Require(Held);
        var missing = MissingInRecord().ToList();
        if (needsFiling && Counting.IsLecture && Record.LectureFilingNumber.Length == 0)
        {
            missing.Add("lecture_filing_number");
        }

        if (missing.Count > 0)
        {
            throw SessionErrors.RecordIncomplete(this, missing);
        }

        State = Recorded;
    }

    /// <summary>The starred fields of the record form (DOMAIN §11.7).</summary>
    public IEnumerable<string> MissingInRecord()
    {
        if (Record.Recorder.Length == 0)
        {
            yield return "recorder";
        }

        if (Record.Content.Length == 0)
        {
            yield return "content";
        }

        if (Record.Conclusions.Length == 0)
        {
            yield return "conclusions";
        }

        if (Counting.IsLecture && Record.Lecturer.Length == 0)
        {
            yield return "lecturer";
        }
    }
}
