using Google.Protobuf.WellKnownTypes;
using StudySuite.Defaults.Requests;

namespace StudySuite.Planning.Arrangements;

internal static class ArrangementProtos
{
    /// <param name="forIssuer">With what concerns only the issuer: scope, recipients, etag.</param>
    public static V1.ThematicArrangement ToProto(this ThematicArrangement arrangement, bool forIssuer = true)
    {
        var proto = new V1.ThematicArrangement
        {
            Name = arrangement.ResourceName,
            Year = arrangement.Year,
            Title = arrangement.Title,
            Number = arrangement.Number,
            Requirement = arrangement.Requirement,
            Topics = { arrangement.Topics.Select(ToProto) },
            State = (V1.ArrangementState)arrangement.State,
            IssuedOn = arrangement.IssuedOn.ToText(),
            Changes = { arrangement.Changes.Select(ToProto) },
            CreateTime = arrangement.CreatedAt.ToTimestamp(),
            UpdateTime = arrangement.UpdatedAt.ToTimestamp(),
        };
        if (forIssuer)
        {
            proto.Kinds.Add(arrangement.Scope.Kinds);
            proto.Units.Add(arrangement.Scope.Units);
            proto.Recipients = arrangement.Recipients.Count;
            proto.Etag = arrangement.Etag;
        }

        return proto;
    }

    private static V1.ArrangementTopic ToProto(ArrangementTopic topic) => new()
    {
        Id = topic.Id,
        Title = topic.Title,
        MustRead = { topic.MustRead },
        OptionalRead = { topic.OptionalRead },
        StartsOn = topic.StartsOn.ToText(),
        EndsOn = topic.EndsOn.ToText(),
        Mandatory = topic.IsMandatory,
        Requirement = topic.Requirement,
    };

    private static V1.ArrangementChange ToProto(ArrangementChange change) => new()
    {
        ChangedOn = change.On.ToText(),
        Reason = change.Reason,
        ChangedBy = change.By,
        TopicsBefore = { change.Before.Select(ToProto) },
    };
}
