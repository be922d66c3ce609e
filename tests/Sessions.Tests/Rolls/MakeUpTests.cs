using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Rolls;

public class MakeUpTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task SubmitMakeUp_ByTheMember_IsConfirmedAndAnnounced()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenRecordedAsync();
        var mine = Assert.Single((await county.Wang.MakeUps.ListMakeUpsAsync(new() { Parent = "units/-" })).MakeUps);

        var submitted = await county.Wang.MakeUps.SubmitMakeUpAsync(
            new() { Name = mine.Name, Way = MakeUpWay.SelfStudy, Content = "自学文件", DoneOn = "2023-03-28" });
        var confirmed = await county.Secretary.MakeUps.ConfirmMakeUpAsync(new() { Name = mine.Name });

        Assert.Equal(MakeUpState.Submitted, submitted.State);
        Assert.Equal((MakeUpState.Confirmed, false), (confirmed.State, confirmed.IsOverdue));
        var done = Assert.Single(await county.Host.SentAsync<MakeUpDone>());
        Assert.Equal((new DateOnly(2023, 3, 28), "p-wang"), (done.DoneOn, done.Person));
    }

    [Fact]
    public async Task SubmitMakeUp_OfAColleague_IsAbsent()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenRecordedAsync();
        var wangs = Assert.Single((await county.Wang.MakeUps.ListMakeUpsAsync(new() { Parent = County.Unit })).MakeUps);

        var refusal = await Refusal.OfAsync(county.Zhao.MakeUps.SubmitMakeUpAsync(
            new() { Name = wangs.Name, Way = MakeUpWay.SelfStudy, Content = "x", DoneOn = "2023-03-28" }));

        Assert.Equal("MAKE_UP_NOT_FOUND", refusal.Reason);
    }

    [Fact]
    public async Task MakeUp_WrongDatesAndStates_AreRefused()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenRecordedAsync();
        var name = (await county.Wang.MakeUps.ListMakeUpsAsync(new() { Parent = County.Unit })).MakeUps[0].Name;

        var early = await SubmitAsync("2023-03-19");
        var late = await SubmitAsync("2024-01-01");
        var unsubmitted = await Refusal.OfAsync(county.Secretary.MakeUps.ConfirmMakeUpAsync(new() { Name = name }));
        await county.Secretary.MakeUps.SubmitMakeUpAsync(new() { Name = name, Way = MakeUpWay.Recording, Content = "听录音", DoneOn = "2023-03-28" });
        var returned = await county.Secretary.MakeUps.ReturnMakeUpAsync(new() { Name = name, Reason = "太短" });

        Assert.Equal(["done_on DONE_BEFORE_SESSION"], early.Violations);
        Assert.Equal(["done_on DATE_IN_FUTURE"], late.Violations);
        Assert.Equal("MAKE_UP_WRONG_STATE", unsubmitted.Reason);
        Assert.Equal((MakeUpState.Assigned, "太短"), (returned.State, returned.ReturnReason));

        Task<Refusal> SubmitAsync(string day) => Refusal.OfAsync(county.Wang.MakeUps.SubmitMakeUpAsync(
            new() { Name = name, Way = MakeUpWay.SelfStudy, Content = "x", DoneOn = day }));
    }
}

[Trait("Needs", "Servers")]
public sealed class MakeUpOnServersTests : MakeUpTests
{
    protected override Backing Backing => Backing.Servers;
}
