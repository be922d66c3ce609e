using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Roster;
using StudySuite.Supervision.Templates;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Observations;

internal sealed partial class ObservationService
{
    public override async Task<V1.Observation> CreateObservation(CreateObservationRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.Observation ?? new V1.Observation();
        var wrong = new Violations()
            .OptionalId("observation_id", request.ObservationId)
            .OptionalText("observation.points", asked.Points, 2000);
        var organiser = await wrong.OrganiserAsync(
            "observation.organiser", asked.Organiser, context.Call(), units, context.CancellationToken);
        var announcedOn = wrong.OptionalDate("observation.announced_on", asked.AnnouncedOn);
        wrong.AddIf(announcedOn > clock.Today(), "observation.announced_on", "DATE_IN_FUTURE");
        var day = announcedOn ?? clock.Today();
        var observers = ObserversOf(asked, wrong);
        await CheckIndependenceAsync("observation.observers", unit, observers, day, wrong, context.CancellationToken);
        var rules = await Rules.LoadAsync(db, unit, day, context.CancellationToken);
        wrong.AddIf(
            asked.HasMaySpeak && asked.MaySpeak && !rules.IsOn("observe.may_speak"), "observation.may_speak", "MAY_NOT_SPEAK");
        wrong.ThrowIfAny();

        var observation = new Observation(unit, ResourceName.NewId(request.ObservationId), organiser)
        {
            Observers = observers,
            Points = asked.Points,
            MaySpeakAsked = asked.HasMaySpeak ? asked.MaySpeak : null,
            FormTemplate = (await db.FormTemplates.InForceAsync(organiser, day, context.CancellationToken)).Id,
        };
        observation.JudgeBy(rules);
        observation.Warn(await db.WarningsAsync(observation, day, rules, context.CancellationToken));
        db.Add(observation);
        if (announcedOn is { } on)
        {
            observation.Announce(on);
            EnqueueAnnounced(observation, on);
        }

        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("observation"))
        {
            throw ObservationErrors.Exists(observation.ResourceName);
        }

        return await AnswerAsync(observation, context);
    }

    private void EnqueueAnnounced(Observation observation, DateOnly on) => db.Enqueue(new ObservationAnnounced(
        observation.ResourceName, observation.Unit, observation.Organiser, on, observation.NextVersion));

    private async Task CheckIndependenceAsync(
        string field, string unit, List<string> observers, DateOnly day, Violations wrong, CancellationToken cancellationToken)
    {
        foreach (var member in await db.MembersAmongAsync(unit, observers, day, cancellationToken))
        {
            wrong.Add(field, "OBSERVER_IS_MEMBER", ("person", $"people/{member}"));
        }
    }

    private static List<string> ObserversOf(V1.Observation asked, Violations wrong)
    {
        wrong.Range("observation.observers", asked.Observers.Count, 1, 20);
        var observers = new List<string>();
        for (var i = 0; i < asked.Observers.Count; i++)
        {
            var (name, at) = (asked.Observers[i], $"observation.observers[{i}]");
            if (ResourceName.TryParse("people/{person}", name) is not [var person])
            {
                wrong.Add(at, "NAME_INVALID", ("value", name), ("pattern", "people/{person}"));
                continue;
            }

            wrong.AddIf(observers.Contains(person), at, "OBSERVER_REPEATED");
            observers.Add(person);
        }

        return observers;
    }
}
