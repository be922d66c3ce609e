using StudySuite.Testing.Processes;
using StudySuite.Testing.Servers;

return args switch
{
    ["serve"] => await Lending.ServeAsync(),
    // A service that does nothing but answer, to try ServiceProcess on.
    ["answer", var url] => await Answering.RunAsync(url),
    _ => throw new ArgumentException("Usage: dotnet Testing.dll serve | answer URL"),
};
