using System.Text;
using System.Text.Json.Nodes;
using StudySuite.Sessions.Archives;

namespace StudySuite.Sessions.Tests.Archives;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void Write_AnyOrderAndSpacing_HasOneSpelling()
    {
        var one = JsonNode.Parse("""{ "b": [ {"y": 1, "x": "学习"} ], "a": null }""")!;
        var two = JsonNode.Parse("""{"a":null,"b":[{"x":"\u5b66\u4e60","y":1}]}""")!;

        Assert.Equal("""{"a":null,"b":[{"x":"学习","y":1}]}""", Encoding.UTF8.GetString(CanonicalJson.Write(one)));
        Assert.Equal(CanonicalJson.Write(one), CanonicalJson.Write(two));
    }
}
