using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Tests;

public sealed class DirectoryAccessTests(DirectoryHost directory) : IClassFixture<DirectoryHost>
{
    private static readonly FileDescriptor[] Files =
    [
        UnitServiceReflection.Descriptor, PersonServiceReflection.Descriptor, MemberServiceReflection.Descriptor,
        GrantServiceReflection.Descriptor, RulebookServiceReflection.Descriptor, WorkCalendarServiceReflection.Descriptor,
        AuditEntryServiceReflection.Descriptor, LoginSessionServiceReflection.Descriptor, SystemClientServiceReflection.Descriptor,
    ];

    private static readonly List<MethodDescriptor> Rpcs = [.. Files.SelectMany(file => file.Services).SelectMany(service => service.Methods)];

    public static TheoryData<string> RpcNames => [.. Rpcs.Select(KeyOf)];

    [Fact]
    public void Table_EveryRpc_HasOneEntryAndNothingElse() =>
        Assert.Equal(Rpcs.Select(KeyOf).Order(), DirectoryAccess.Table.Rules.Keys.Order());

    [Theory]
    [MemberData(nameof(RpcNames))]
    public async Task Rpc_EachRole_OpensOnlyWhatTheTableSays(string key)
    {
        var rpc = Rpcs.Single(rpc => KeyOf(rpc) == key);
        var rule = DirectoryAccess.Table.Rules[key];
        foreach (var role in Enum.GetValues<Role>())
        {
            var status = await CallAsync(rpc, directory.As("p-someone", $"{role}:/*"));
            var isOpen = rule.Scope == AccessScope.SignedIn || rule.Roles.Contains(role);
            Assert.True(isOpen == (status != StatusCode.PermissionDenied), $"{key} as {role}: {status}");
        }
    }

    [Theory]
    [MemberData(nameof(RpcNames))]
    public async Task Rpc_WithoutToken_IsUnauthenticated(string key)
    {
        var status = await CallAsync(
            Rpcs.Single(rpc => KeyOf(rpc) == key), directory.Service.ChannelWith(null).CreateCallInvoker());
        Assert.Equal(StatusCode.Unauthenticated, status);
    }

    [Fact]
    public async Task GetUnit_ForeignUnit_IsNotFound()
    {
        var units = new UnitService.UnitServiceClient(directory.As("p-sec", "StudySecretary:/xinxiang/xinxiang-kegong/"));
        Assert.Equal("县科工局", (await units.GetUnitAsync(new GetUnitRequest { Name = "units/xinxiang-kegong" })).DisplayName);
        await Refusal.AssertAsync("UNIT_NOT_FOUND", units.GetUnitAsync(new GetUnitRequest { Name = "units/xinxiang-weijian" }));
        Assert.Equal("units/xinxiang-kegong", Assert.Single((await units.ListUnitsAsync(new ListUnitsRequest())).Units).Name);
    }

    /// <summary>An otherwise empty request on a unit that exists.</summary>
    private static async Task<StatusCode> CallAsync(MethodDescriptor rpc, CallInvoker invoker)
    {
        var request = rpc.InputType.Parser.ParseFrom(ByteString.Empty);
        Name(request);
        var bytes = Marshallers.Create(value => value, value => value);
        var method = new Method<byte[], byte[]>(MethodType.Unary, rpc.Service.FullName, rpc.Name, bytes, bytes);
        try
        {
            await invoker.AsyncUnaryCall(method, null, new CallOptions(), request.ToByteArray());
            return StatusCode.OK;
        }
        catch (RpcException error)
        {
            return error.StatusCode;
        }
    }

    private static void Name(IMessage request)
    {
        var fields = request.Descriptor;
        if (fields.FindFieldByName("parent") is { } parent)
        {
            parent.Accessor.SetValue(request, "units/xinxiang");
        }
        else if (fields.FindFieldByName("name") is { } name)
        {
            name.Accessor.SetValue(request, fields.Name.Contains("Member", StringComparison.Ordinal) ? "units/xinxiang/members/m" : "units/xinxiang");
        }
        else if (request is UpdateUnitRequest update)
        {
            update.Unit = new Unit { Name = "units/xinxiang" };
        }
    }

    private static string KeyOf(MethodDescriptor rpc) => $"{rpc.Service.Name}/{rpc.Name}";
}
