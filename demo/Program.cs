using System.Globalization;
using StudySuite.Demo;
using StudySuite.Demo.Access;
using StudySuite.Demo.Load;

// dotnet Demo.dll --web URL --grpc URL --first-password-file FILE --accounts FILE [--load CALLS_PER_SECOND]
var arguments = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
if (!arguments.ContainsKey("--web") || !arguments.ContainsKey("--first-password-file"))
{
    Console.Error.WriteLine("usage: Demo --web URL --grpc URL --first-password-file FILE [--accounts FILE]");
    return 2;
}

var settings = new DemoSettings(
    new Uri(arguments["--web"]),
    new Uri(arguments.GetValueOrDefault("--grpc", arguments["--web"])),
    () => FirstPassword.In(File.ReadAllText(arguments["--first-password-file"])),
    arguments.GetValueOrDefault("--accounts", "data/demo-accounts.json"));
if (arguments.TryGetValue("--load", out var perSecond))
{
    return await LoadVerb.RunAsync(settings, int.Parse(perSecond, CultureInfo.InvariantCulture), Console.Out);
}

return await new Replay(settings, Console.Out).RunAsync(CancellationToken.None) ? 0 : 1;
