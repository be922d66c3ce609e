using System.IO.Pipelines;
using System.Security.Cryptography;
using Grpc.AspNetCore.Web;
using Microsoft.AspNetCore.Http.Features;

namespace StudySuite.Gateway.Door;

/// <summary>
/// Browsers speak gRPC-Web; behind the door there is only gRPC. The library's middleware was made for gRPC services
/// in the same process, which use pipes; a proxy reads and writes streams, on which it throws. So streams are laid
/// over its pipes.
/// </summary>
internal static class GrpcWebTranslation
{
    private const string Binary = "application/grpc-web";
    private const string Text = "application/grpc-web-text";

    public static void UseGrpcWebTranslation(this IApplicationBuilder app) => app.UseWhen(
        context => Is(context, Binary),
        branch =>
        {
            branch.Use(async (context, next) =>
            {
                // Decoding changes the length, and a proxy would hold the decoded body to the old one.
                if (Is(context, Text))
                {
                    context.Items[typeof(GrpcWebTranslation)] = Text;
                    context.Request.ContentLength = null;
                }

                await next(context);
            });
            branch.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
            branch.Use((context, next) =>
            {
                var pipes = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
                context.Features.Set<IHttpResponseBodyFeature>(new StreamsOverPipes(pipes));
                if (context.Items.ContainsKey(typeof(GrpcWebTranslation)))
                {
                    // The library's own decoder must be read to the end each time, which streams do not do.
                    context.Request.Body = new CryptoStream(
                        context.Request.Body, new FromBase64Transform(), CryptoStreamMode.Read, leaveOpen: true);
                }

                return next(context);
            });
        });

    private static bool Is(HttpContext context, string type) =>
        context.Request.ContentType?.StartsWith(type, StringComparison.OrdinalIgnoreCase) == true;

    private sealed class StreamsOverPipes(IHttpResponseBodyFeature inner) : IHttpResponseBodyFeature
    {
        public Stream Stream { get; } = new WholeWrites(inner.Writer).AsStream(leaveOpen: true);

        public PipeWriter Writer => inner.Writer;

        public Task CompleteAsync() => inner.CompleteAsync();

        public void DisableBuffering() => inner.DisableBuffering();

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
            inner.SendFileAsync(path, offset, count, cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken = default) => inner.StartAsync(cancellationToken);
    }
}
