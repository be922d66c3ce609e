using StudySuite.Defaults.Errors;

namespace StudySuite.Bulletin.Bulletins;

/// <summary>What can go wrong with a bulletin at its issuer.</summary>
internal static class BulletinErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("BULLETIN_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("BULLETIN_EXISTS", name);

    public static DomainError NotDraft(StudyBulletin bulletin) => Wrong("BULLETIN_NOT_DRAFT", bulletin);

    public static DomainError NotInSignOff(StudyBulletin bulletin) => Wrong("BULLETIN_NOT_IN_SIGN_OFF", bulletin);

    public static DomainError NotSigned(StudyBulletin bulletin) => Wrong("BULLETIN_NOT_SIGNED", bulletin);

    public static DomainError NotIssued(StudyBulletin bulletin) => Wrong("BULLETIN_NOT_ISSUED", bulletin);

    public static DomainError RemindedToday(StudyBulletin bulletin) => Wrong("REMINDED_TODAY", bulletin);

    public static DomainError Incomplete(StudyBulletin bulletin) => DomainError.Precondition(
        "BULLETIN_INCOMPLETE", ("resource", bulletin.ResourceName),
        ("missing", string.Join(",", bulletin.Draft.Text.Missing())));

    public static DomainError SignerSubmitted(StudyBulletin bulletin) =>
        DomainError.Denied("SIGNER_SUBMITTED", ("resource", bulletin.ResourceName));

    public static DomainError SignerSigned(StudyBulletin bulletin) =>
        DomainError.Denied("SIGNER_SIGNED", ("resource", bulletin.ResourceName));

    private static DomainError Wrong(string reason, StudyBulletin bulletin) => DomainError.Precondition(
        reason, ("resource", bulletin.ResourceName), ("state", bulletin.State.ToString()));
}
