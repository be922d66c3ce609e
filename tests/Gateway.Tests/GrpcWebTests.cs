using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace StudySuite.Gateway.Tests;

public sealed class GrpcWebTests
{
    private const byte TrailerFrame = 0x80;

    [Theory]
    [InlineData("application/grpc-web")]
    [InlineData("application/grpc-web+proto")]
    [InlineData("application/grpc-web-text")]
    public async Task Unary_OverHttp1_IsTranslatedBothWays(string type)
    {
        await using var door = await DoorHost.StartAsync();

        var (answer, frames) = await CallAsync(door.Rest(), Rpcs.Echo, "学习", type);

        Assert.Equal(type.Replace("+proto", "", StringComparison.Ordinal), answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("学习", StringValue.Parser.ParseFrom(frames[0].Body).Value);
        Assert.Equal(TrailerFrame, frames[1].Kind);
        Assert.Contains("grpc-status: 0", Trailers(frames[1].Body), StringComparison.Ordinal);
        Assert.Contains("x-echo-trailer: here", Trailers(frames[1].Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/grpc-web")]
    [InlineData("application/grpc-web-text")]
    public async Task Stream_OfManyMessages_ComesWhole(string type)
    {
        await using var door = await DoorHost.StartAsync();
        var words = Enumerable.Range(0, 500).Select(n => new string('学', n)).ToArray();

        var (_, frames) = await CallAsync(door.Rest(), Rpcs.Count, string.Join(' ', words), type);

        Assert.Equal(words, frames.SkipLast(1).Select(frame => StringValue.Parser.ParseFrom(frame.Body).Value));
        Assert.Equal(TrailerFrame, frames[^1].Kind);
    }

    [Fact]
    public async Task RefusalOfAService_KeepsItsStatus()
    {
        await using var door = await DoorHost.StartAsync();

        var (answer, frames) = await CallAsync(door.Rest(), Rpcs.Refuse, "PLAN_NOT_DRAFT", "application/grpc-web");

        Assert.Contains("grpc-status: 9", AllOf(answer, frames), StringComparison.Ordinal);
        Assert.Contains("grpc-message: PLAN_NOT_DRAFT", AllOf(answer, frames), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusalOfTheDoor_IsAStatusToo()
    {
        await using var door = await DoorHost.StartAsync();

        var (answer, frames) = await CallAsync(door.Rest(person: null), Rpcs.Echo, "x", "application/grpc-web");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/grpc-web", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("grpc-status: 16", AllOf(answer, frames), StringComparison.Ordinal);
    }

    private static async Task<(HttpResponseMessage Answer, List<(byte Kind, byte[] Body)> Frames)> CallAsync(
        HttpClient client, Method<StringValue, StringValue> method, string text, string type)
    {
        var isText = type.Contains("text", StringComparison.Ordinal);
        var message = new StringValue { Value = text }.ToByteArray();
        var frame = new byte[5 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);

        var content = new ByteArrayContent(isText ? Encoding.ASCII.GetBytes(Convert.ToBase64String(frame)) : frame);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, method.FullName) { Content = content };
        request.Headers.Accept.ParseAdd(type);
        var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        return (answer, FramesOf(isText ? FromBase64Pieces(Encoding.ASCII.GetString(body)) : body));
    }

    // Each message of the text form is encoded by itself, so padding may stand in the middle.
    private static byte[] FromBase64Pieces(string text) =>
        [.. text.Chunk(4).SelectMany(four => Convert.FromBase64CharArray(four, 0, 4))];

    private static List<(byte Kind, byte[] Body)> FramesOf(byte[] body)
    {
        var frames = new List<(byte, byte[])>();
        while (body.Length > 0)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(1));
            frames.Add((body[0], body[5..(5 + length)]));
            body = body[(5 + length)..];
        }

        return frames;
    }

    private static string Trailers(byte[] body) => Encoding.ASCII.GetString(body);

    // A status without a message may come in the header or in the trailer frame.
    private static string AllOf(HttpResponseMessage answer, List<(byte Kind, byte[] Body)> frames) =>
        answer.Headers + string.Concat(frames.Where(frame => frame.Kind == TrailerFrame).Select(frame => Trailers(frame.Body)));
}
