using System.Globalization;
using System.Reflection;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Bulletins;
using StudySuite.Bulletin.Received;
using StudySuite.Defaults.Errors;
using StudySuite.Testing;

namespace StudySuite.Bulletin.Tests.House;

public sealed class HouseTests
{
    // Violations have no error of their own.
    private static readonly string[] FieldReasons =
        ["ISSUED_BEFORE_PERIOD", "PERIOD_REVERSED", "PERIOD_AMBIGUOUS", "INDICATOR_UNKNOWN", "UNIT_UNKNOWN"];

    [Fact]
    public void Access_EveryRpc_HasAnEntry()
    {
        var services = new[]
        {
            V1.StatisticsService.Descriptor, V1.BulletinService.Descriptor, V1.ReceivedBulletinService.Descriptor,
        };

        Assert.Equal(
            services.SelectMany(service => service.Methods.Select(method => $"{service.Name}/{method.Name}")).Order(),
            BulletinAccess.Table.Rules.Keys.Order());
    }

    [Fact]
    public void Texts_EveryReason_HasASentenceInBothLanguages()
    {
        var texts = new ResourceManager("StudySuite.Bulletin.Errors", typeof(BulletinModule).Assembly);
        var bulletin = new StudyBulletin("x", "1", 2023, 1, default, default);
        var reasons = new[] { typeof(BulletinErrors), typeof(ReceivedBulletinErrors) }
            .SelectMany(errors => errors.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Select(method => (DomainError)method.Invoke(
                null, [method.GetParameters()[0].ParameterType == typeof(string) ? "name" : bulletin])!)
            .Select(error => error.Reason)
            .Concat(FieldReasons);

        Assert.All(reasons, reason =>
        {
            var (chinese, english) =
                (texts.GetString(reason, CultureInfo.GetCultureInfo("zh")), texts.GetString(reason, CultureInfo.GetCultureInfo("en")));
            Assert.False(string.IsNullOrEmpty(chinese), reason);
            Assert.False(string.IsNullOrEmpty(english), reason);
            Assert.NotEqual(chinese, english);
        });
    }

    [Fact]
    public async Task Migrations_OnSqlite_FitTheModel()
    {
        await using var county = await County.StartAsync();

        Assert.False(await county.Host.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }

    [Fact]
    [Trait("Needs", "Servers")]
    public async Task Migrations_OnPostgres_FitTheModel()
    {
        await using var county = await County.StartAsync(Backing.Servers);

        Assert.False(await county.Host.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }
}
