using System.Globalization;
using Grpc.Core;
using StudySuite.Directory.V1;
using StudySuite.Notifications.V1;
using StudySuite.Testing;

namespace StudySuite.Client.Tests;

/// <summary>The client against a running suite: log-in by browser, renewal, calls, refusals.</summary>
public sealed class SuiteTests
{
    private const string Callback = "http://127.0.0.1:8765/callback";

    [Fact]
    public async Task Person_SignsInByBrowser_CallsAndIsRenewed()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("studysuite-client-").FullName;
        var (http, grpc) = (FreePort.Next(), FreePort.Next());
        await using var standalone = await StartAsync(folder, http, grpc);
        var gateway = new Uri($"http://localhost:{http}/");
        var kept = new List<string>();

        var signIn = new BrowserSignIn(gateway, "mobile", new Uri(Callback));
        var password = File.ReadAllText(Path.Combine(folder, "first-login.txt")).Split(": ")[^1].Trim();
        var callback = await new TestBrowser("admin", password, "Own-Password-2024!").VisitAsync(signIn.Page, Callback);
        using var tokens = await signIn.FinishAsync(callback, kept.Add);
        using var renewed = new RefreshingTokens(gateway, "mobile", kept[0], kept.Add);
        using var suite = new SuiteClient(
            new SuiteClientOptions { Address = new Uri($"http://localhost:{grpc}/"), Tokens = renewed });

        var people = await new PersonService.PersonServiceClient(suite.Calls).ListPeopleAsync(new ListPeopleRequest());
        var inbox = await new InboxService.InboxServiceClient(suite.Calls)
            .ListInboxItemsAsync(new ListInboxItemsRequest { Parent = "people/me" });
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await new PersonService.PersonServiceClient(suite.Calls)
            .GetPersonAsync(new GetPersonRequest { Name = "people/nobody" }));
        using var stolen = new RefreshingTokens(gateway, "mobile", kept[0], _ => { });

        Assert.Contains(people.People, person => person.UserName == "admin");
        Assert.Empty(inbox.InboxItems);
        Assert.Equal("PERSON_NOT_FOUND", refused.Reason());
        Assert.Equal(2, kept.Distinct().Count());
        await Assert.ThrowsAsync<SignInRequiredException>(() => stolen.TokenAsync(CancellationToken.None));
        await Assert.ThrowsAsync<SignInRequiredException>(() =>
            signIn.FinishAsync(new Uri($"{Callback}?code=x&state=another"), _ => { }));
        await standalone.StopAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private static Task<ServiceProcess> StartAsync(string folder, int http, int grpc) =>
        ServiceProcess.StartAsync(new ServiceStart(
            Path.Combine(Root(), "standalone", "bin", Configuration, "net10.0", "Standalone.dll"),
            new Uri($"http://127.0.0.1:{http}/health/ready"))
    {
        Environment = new Dictionary<string, string>
        {
            ["Listen__HttpPort"] = http.ToString(CultureInfo.InvariantCulture),
            ["Listen__GrpcPort"] = grpc.ToString(CultureInfo.InvariantCulture),
            ["Database__Folder"] = folder,
        },
        // Six databases are made first, which a machine with other work takes minutes for.
        Deadline = TimeSpan.FromMinutes(5),
    });

    private static string Configuration =>
        AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "StudySuite.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("StudySuite.sln is not above the tests.");
        }

        return folder;
    }
}
