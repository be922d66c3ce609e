namespace StudySuite.Events;

/// <param name="Bulletin">Resource name, <c>units/{unit}/bulletins/{bulletin}</c>; the unit is the issuer.</param>
/// <param name="Number">Document number, such as <c>新宣通〔2023〕1号</c>.</param>
/// <param name="Recipients">Codes of the units it is distributed to.</param>
[Event("bulletin.bulletin-issued.v1")]
public sealed record BulletinIssued(
    string Bulletin, string Unit, string Number, string Title, DateOnly IssuedOn,
    IReadOnlyList<string> Recipients, long Version) : IEvent
{
    public string Subject => Bulletin;
}

/// <summary>Those who have not acknowledged an issued bulletin are asked to read it.</summary>
/// <param name="Recipients">Codes of the units without a receipt.</param>
[Event("bulletin.bulletin-reminded.v1")]
public sealed record BulletinReminded(
    string Bulletin, string Unit, string Number, string Title, DateOnly RemindedOn,
    IReadOnlyList<string> Recipients, long Version) : IEvent
{
    public string Subject => Bulletin;
}
