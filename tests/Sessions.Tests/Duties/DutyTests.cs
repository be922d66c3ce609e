using Grpc.Core;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Duties;

public class DutyTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task ListDuties_OfTheCounty_HasTwoOwnersWhoEachTickTheirOwn()
    {
        await using var county = await County.OpenAsync(Backing);
        var secretary = new Caller(county.Host, "p-xw", "StudySecretary:/xinxiang/");
        var office = new Caller(county.Host, "p-office", "CountyOffice:/xinxiang/*");
        await secretary.Sessions.CreateSessionAsync(new()
        {
            Parent = "units/xinxiang", SessionId = "jan",
            Session = new() { Topic = "学习", Forms = { SessionForm.Discussion }, UnplannedReason = "部署", PlannedOn = "2023-12-30" },
        });
        const string Session = "units/xinxiang/sessions/jan";

        var venue = await office.Duties.TickDutyAsync(new() { Name = $"{Session}/duties/venue", Note = "三楼会议室" });
        var again = await office.Duties.TickDutyAsync(new() { Name = $"{Session}/duties/venue", Note = "别处" });
        var foreign = await Refusal.OfAsync(office.Duties.TickDutyAsync(new() { Name = $"{Session}/duties/materials" }));
        var bySecretary = await Refusal.OfAsync(secretary.Duties.TickDutyAsync(new() { Name = $"{Session}/duties/materials" }));
        await county.Publicity.Duties.TickDutyAsync(new() { Name = $"{Session}/duties/materials", DoneOn = "2023-12-19" });
        var all = (await secretary.Duties.ListDutiesAsync(new() { Parent = Session })).Duties;
        var open = (await office.Duties.ListOpenDutiesAsync(new() { Parent = "units/-", Owner = DutyOwner.CountyOffice })).Duties;
        var unticked = await office.Duties.UntickDutyAsync(new() { Name = $"{Session}/duties/venue" });

        Assert.Equal((true, "people/p-office", "三楼会议室", "三楼会议室"), (venue.IsDone, venue.DoneBy, venue.Note, again.Note));
        Assert.Equal(("DUTY_NOT_YOURS", "DUTY_NOT_YOURS"), (foreign.Reason, bySecretary.Reason));
        Assert.Equal(
            [
                (DutyKind.Notice, DutyOwner.CountyOffice, false, "2023-12-25"), (DutyKind.Venue, DutyOwner.CountyOffice, true, "2023-12-25"),
                (DutyKind.Agenda, DutyOwner.Publicity, false, "2023-12-25"), (DutyKind.SignIn, DutyOwner.Publicity, false, "2023-12-30"),
                (DutyKind.Materials, DutyOwner.Publicity, true, "2023-12-25"),
            ],
            all.Select(duty => (duty.Kind, duty.Owner, duty.IsDone, duty.DueOn)));
        Assert.Equal([DutyKind.Notice], open.Select(duty => duty.Kind));
        Assert.False(unticked.IsDone);
    }

    [Fact]
    public async Task ListDuties_WhatWasEnteredAnyway_IsDoneByItself()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenRecordedAsync();

        var all = (await county.Wang.Duties.ListDutiesAsync(new() { Parent = County.Session })).Duties;
        var venue = await county.Secretary.Duties.TickDutyAsync(new() { Name = $"{County.Session}/duties/venue" });
        var unknown = await Refusal.OfAsync(county.Secretary.Duties.TickDutyAsync(new() { Name = $"{County.Session}/duties/tea" }));
        var member = await Refusal.OfAsync(county.Wang.Duties.TickDutyAsync(new() { Name = $"{County.Session}/duties/venue" }));

        Assert.Equal(
            [(DutyKind.Notice, "2023-03-14"), (DutyKind.Agenda, "2023-03-10"), (DutyKind.SignIn, "2023-03-20")],
            all.Where(duty => duty.IsDone).Select(duty => (duty.Kind, duty.DoneOn)));
        Assert.True(venue.IsDone);
        Assert.Equal("DUTY_NOT_FOUND", unknown.Reason);
        Assert.Equal(StatusCode.PermissionDenied, member.Code);
    }
}

[Trait("Needs", "Servers")]
public sealed class DutyOnServersTests : DutyTests
{
    protected override Backing Backing => Backing.Servers;
}
