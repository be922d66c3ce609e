using StudySuite.WebhookReceiver;

// Takes alerts of the suite: checks the signature, drops repeats, answers at once.
//   WEBHOOK_SECRET_FILE=/run/secrets/oa-webhook dotnet run --project client/samples/WebhookReceiver
var builder = WebApplication.CreateBuilder(args);
var secretFile = builder.Configuration["WEBHOOK_SECRET_FILE"];
if (secretFile is null || !File.Exists(secretFile))
{
    Console.Error.WriteLine("WEBHOOK_SECRET_FILE must name the file with the channel's secret");
    return 2;
}

builder.Services.AddSingleton(new Signature(File.ReadAllText(secretFile).Trim(), TimeProvider.System));
builder.Services.AddSingleton<Seen>();
var app = builder.Build();
app.MapPost("/hook", async (HttpRequest request, Signature signature, Seen seen, ILogger<Seen> logger) =>
{
    using var body = new MemoryStream();
    await request.Body.CopyToAsync(body);
    if (!signature.IsGood(request.Headers, body.ToArray()))
    {
        return Results.Unauthorized();
    }

    // The suite sends again when it did not hear our answer: the id stays the same.
    if (seen.IsNew(request.Headers["webhook-id"].ToString()))
    {
        logger.LogInformation("{Event}", System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }

    return Results.NoContent();
});
app.Run();
return 0;
