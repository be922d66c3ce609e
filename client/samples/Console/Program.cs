using Grpc.Core;
using StudySuite.Client;
using StudySuite.ConsoleSample;
using StudySuite.Notifications.V1;

// What a mobile program does: sign in by the browser once, keep the refresh token, read the inbox, wait for what comes.
//   dotnet run --project client/samples/Console -- http://localhost:5080/ [http://localhost:5081/]
if (args.Length == 0)
{
    Console.Error.WriteLine("usage: ConsoleSample GATEWAY [GATEWAY'S GRPC PORT WITHOUT TLS]");
    return 2;
}

var gateway = new Uri(args[0]);
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

var kept = new KeptLogin(Path.Combine(
    Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "studysuite-sample", gateway.Host));
var tokens = kept.Read() is { Length: > 0 } refreshToken
    ? new RefreshingTokens(gateway, "mobile", refreshToken, kept.Write)
    : await Browser.SignInAsync(gateway, kept.Write, stop.Token);
var address = args.Length > 1 ? new Uri(args[1]) : gateway;
using var suite = new SuiteClient(new SuiteClientOptions { Address = address, Tokens = tokens });
var inbox = new InboxService.InboxServiceClient(suite.Calls);

try
{
    var items = await inbox.ListInboxItemsAsync(new ListInboxItemsRequest { Parent = "people/me", PageSize = 20 },
        cancellationToken: stop.Token);
    foreach (var item in items.InboxItems)
    {
        Console.WriteLine($"{(item.ReadTime is not null ? ' ' : '*')} {item.Title}");
    }

    Console.WriteLine("等待新消息，按 Ctrl+C 结束 / waiting, Ctrl+C to end");
    using var watch = inbox.WatchInbox(new WatchInboxRequest { Parent = "people/me" }, cancellationToken: stop.Token);
    while (await watch.ResponseStream.MoveNext(stop.Token))
    {
        Console.WriteLine($"* {watch.ResponseStream.Current.Title}");
    }
}
catch (SignInRequiredException)
{
    kept.Write("");
    Console.Error.WriteLine("登录已失效，请重新运行 / the log-in is over, please run this again");
    return 1;
}
catch (Exception error) when (stop.IsCancellationRequested && error is RpcException or OperationCanceledException)
{
    return 0;
}
catch (RpcException error)
{
    Console.Error.WriteLine($"{error.Reason() ?? error.StatusCode.ToString()}: {error.Status.Detail}");
    return 1;
}

return 0;
