using StudySuite.Bulletin.Drafts;
using StudySuite.Bulletin.Statistics;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;

namespace StudySuite.Bulletin.Bulletins;

internal enum BulletinState
{
    Draft = 1,
    InSignOff,
    Signed,
    Issued,
}

/// <param name="Person">Id of the person.</param>
internal sealed record Signature(string Step, string Person, string PersonName, string Opinion, DateTimeOffset SignedAt);

/// <summary>A bulletin (通报) of its issuer.</summary>
internal sealed class StudyBulletin : Aggregate, IOwnedByUnit
{
    public StudyBulletin(string unit, string id, int year, int half, DateOnly startDate, DateOnly endDate) =>
        (Unit, Id, Year, Half, StartDate, EndDate) = (unit, id, year, half, startDate, endDate);

    public override string ResourceName => $"units/{Unit}/bulletins/{Id}";

    /// <summary>The issuer.</summary>
    public string Unit { get; private set; }

    public string Id { get; private set; }

    /// <summary>0 when the period was given by its days.</summary>
    public int Year { get; private set; }

    /// <summary>1 or 2; 0 for a whole year.</summary>
    public int Half { get; private set; }

    public DateOnly StartDate { get; private set; }

    public DateOnly EndDate { get; private set; }

    public BulletinDraft Draft { get; private set; } = new("", "", [], BulletinText.Empty);

    public BulletinState State { get; private set; } = BulletinState.Draft;

    /// <summary>Id of the person; empty while a draft.</summary>
    public string SubmittedBy { get; private set; } = "";

    /// <summary>From the submission on: signers see the figures that they sign.</summary>
    public DateTimeOffset? FrozenAt { get; private set; }

    /// <summary>Version of the rulebook that its length was judged by.</summary>
    public string Rulebook { get; private set; } = "";

    public int MaxChars { get; private set; }

    public List<Signature> Signatures { get; private set; } = [];

    public string ReturnReason { get; private set; } = "";

    public string? Number { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    public int RecipientCount { get; private set; }

    /// <summary>Id under which every recipient has it.</summary>
    public string ReceivedId { get; private set; } = "";

    /// <summary>Day of the last reminder to those who have not acknowledged it.</summary>
    public DateOnly? RemindedOn { get; private set; }

    public Period Period => new(StartDate, EndDate);

    public void RequireDraft() => Require(State == BulletinState.Draft, BulletinErrors.NotDraft);

    public void RequireSigned() => Require(State == BulletinState.Signed, BulletinErrors.NotSigned);

    public void Write(BulletinDraft draft)
    {
        RequireDraft();
        Draft = draft;
    }

    public void Submit(string person, string rulebook, int maxChars, DateTimeOffset now)
    {
        RequireDraft();
        Require(!Draft.Text.Missing().Any(), BulletinErrors.Incomplete);
        (SubmittedBy, Rulebook, MaxChars, FrozenAt, State) = (person, rulebook, maxChars, now, BulletinState.InSignOff);
    }

    /// <summary>Four eyes: not by who submitted it, and nobody takes two steps.</summary>
    public void Sign(string person, string name, string opinion, DateTimeOffset now)
    {
        Require(State == BulletinState.InSignOff, BulletinErrors.NotInSignOff);
        Require(person != SubmittedBy, BulletinErrors.SignerSubmitted);
        Require(Signatures.All(signature => signature.Person != person), BulletinErrors.SignerSigned);
        Signatures = [.. Signatures, new Signature(Draft.SignOffSteps[Signatures.Count], person, name, opinion, now)];
        if (Signatures.Count == Draft.SignOffSteps.Count)
        {
            State = BulletinState.Signed;
        }
    }

    public void Return(string reason)
    {
        Require(State is BulletinState.InSignOff or BulletinState.Signed, BulletinErrors.NotInSignOff);
        (Signatures, SubmittedBy, Rulebook, FrozenAt) = ([], "", "", null);
        (ReturnReason, State) = (reason, BulletinState.Draft);
    }

    public void Issue(string number, DateOnly on, string receivedId, int recipientCount)
    {
        RequireSigned();
        (Number, IssuedOn, ReceivedId, RecipientCount) = (number, on, receivedId, recipientCount);
        State = BulletinState.Issued;
    }

    /// <summary>At most once a day: a reminder is no nuisance.</summary>
    public void Remind(DateOnly today)
    {
        Require(State == BulletinState.Issued, BulletinErrors.NotIssued);
        Require(RemindedOn != today, BulletinErrors.RemindedToday);
        RemindedOn = today;
    }

    private void Require(bool holds, Func<StudyBulletin, Exception> otherwise)
    {
        if (!holds)
        {
            throw otherwise(this);
        }
    }
}
