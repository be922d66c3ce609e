using System.Collections.Concurrent;
using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using StudySuite.Defaults.Access;

namespace StudySuite.Testing;

/// <summary>
/// Calls every RPC of a service as every role, on the role's own unit, a unit below it and a foreign one, and without
/// a token, and compares with the service's access table.
/// </summary>
/// <param name="word">Of the service, such as <c>Planning</c>.</param>
/// <param name="connect">A connection as who has this role on <c>walk-own</c>; null: without a token.</param>
public sealed class AccessWalk(string word, AccessTable table, Func<Role?, CallInvoker> connect)
{
    /// <summary>The tree to walk: code, name and the unit above.</summary>
    public static readonly (string Code, string? Parent)[] Units =
        [("walk", null), ("walk-own", "walk"), ("walk-foreign", "walk"), ("walk-below", "walk-own")];

    private static readonly string[] Places = ["walk-own", "walk-below", "walk-foreign"];

    private static readonly Role[] RolesOfOneUnit = [Role.StudySecretary, Role.GroupLeader, Role.Member];

    /// <summary>All roles of who was connected as one; a real leader is a member too.</summary>
    public Func<Role, Role[]> Held { get; init; } = role => [role];

    /// <summary>Those that can be connected as; all of them unless told.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = Enum.GetValues<Role>();

    /// <summary>How many RPCs are walked at once.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>As in a token, on <c>walk-own</c> of a tree that has <c>walk</c> for its root.</summary>
    public static string GrantOf(Role role) => $"{role}:/walk/walk-own/{(RolesOfOneUnit.Contains(role) ? "" : "*")}";

    /// <summary>What differs from the table, empty when it holds.</summary>
    public async Task<List<string>> OffencesAsync()
    {
        var rpcs = Rpcs();
        var offences = new ConcurrentBag<string>(
            rpcs.Where(rpc => !table.Rules.ContainsKey(KeyOf(rpc))).Select(rpc => $"{KeyOf(rpc)}: no entry")
                .Concat(table.Rules.Keys.Except(rpcs.Select(KeyOf)).Select(key => $"{key}: entry without an RPC")));
        await Parallel.ForEachAsync(
            rpcs.Where(rpc => table.Rules.ContainsKey(KeyOf(rpc))), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (rpc, _) =>
            {
                await foreach (var offence in OffencesOfAsync(rpc))
                {
                    offences.Add(offence);
                }
            });

        return [.. offences.Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether the service has heard of the units that somebody sees.</summary>
    public async Task<bool> KnowsUnitsAsync()
    {
        var rpc = Rpcs().First(rpc => table.Rules[KeyOf(rpc)].Scope == AccessScope.OnUnit);
        return (await CallAsync(rpc, Role.Publicity, "walk-own")).Reason != "UNIT_NOT_FOUND"
            && (await CallAsync(rpc, Role.Publicity, "walk-below")).Reason != "UNIT_NOT_FOUND";
    }

    private async IAsyncEnumerable<string> OffencesOfAsync(MethodDescriptor rpc)
    {
        var rule = table.Rules[KeyOf(rpc)];
        var anonymous = await CallAsync(rpc, null, "walk-own");
        if ((anonymous.Status == StatusCode.Unauthenticated) == (rule.Scope == AccessScope.Anonymous))
        {
            yield return $"{KeyOf(rpc)} without a token: {anonymous}";
        }

        foreach (var role in Roles)
        {
            foreach (var place in rule.Scope == AccessScope.OnUnit ? Places : [Places[0]])
            {
                var answer = await CallAsync(rpc, role, place);
                if (!Fits(answer, rule, role, place))
                {
                    yield return $"{KeyOf(rpc)} as {role} on {place}: {answer}";
                }
            }
        }
    }

    private bool Fits(Answer answer, AccessRule rule, Role role, string place)
    {
        var isOpen = rule.Scope is AccessScope.SignedIn or AccessScope.Anonymous || rule.Roles.Intersect(Held(role)).Any();
        var isSeen = rule.Scope != AccessScope.OnUnit || place == "walk-own"
            || (place == "walk-below" && !RolesOfOneUnit.Contains(role));
        return (isSeen, isOpen) switch
        {
            (false, _) => answer is { Status: StatusCode.NotFound, Reason: "UNIT_NOT_FOUND" },
            (true, false) => answer is { Status: StatusCode.PermissionDenied, Reason: "ROLE_MISSING" },
            // A handler that opens to some units only may still find that this is none of them.
            _ when rule.Scope is AccessScope.OnUnit => answer is not { Reason: "ROLE_MISSING" or "UNIT_NOT_FOUND" or "RPC_NOT_OPEN" }
                && answer.Status != StatusCode.Unauthenticated,
            _ => answer.Status != StatusCode.Unauthenticated && answer.Reason != "RPC_NOT_OPEN",
        };
    }

    private async Task<Answer> CallAsync(MethodDescriptor rpc, Role? role, string place)
    {
        var bytes = Marshallers.Create(value => value, value => value);
        var type = rpc.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary;
        var method = new Method<byte[], byte[]>(type, rpc.Service.FullName, rpc.Name, bytes, bytes);
        var request = RequestOn(rpc, place).ToByteArray();
        using var patience = new CancellationTokenSource(60_000);
        try
        {
            if (rpc.IsServerStreaming)
            {
                await ReadAsync(connect(role).AsyncServerStreamingCall(method, null, new CallOptions(), request), patience.Token);
            }
            else
            {
                await connect(role).AsyncUnaryCall(method, null, new CallOptions(cancellationToken: patience.Token), request);
            }

            return new Answer(StatusCode.OK, "");
        }
        catch (RpcException error)
        {
            return new Answer(error.StatusCode, error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? "");
        }
    }

    /// <summary>A refusal comes with the headers; a live stream that lets the caller in may stay open without a word.</summary>
    private static async Task ReadAsync(AsyncServerStreamingCall<byte[]> call, CancellationToken cancellationToken)
    {
        using var stream = call;
        await stream.ResponseHeadersAsync.WaitAsync(cancellationToken);
        using var silence = new CancellationTokenSource(1000);
        try
        {
            await stream.ResponseStream.MoveNext(silence.Token);
        }
        catch (Exception error) when (silence.IsCancellationRequested && error is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled })
        {
            // Let in.
        }
    }

    /// <summary>Empty but for the unit: let in, it fails its checks and changes nothing.</summary>
    private static IMessage RequestOn(MethodDescriptor rpc, string place)
    {
        var request = rpc.InputType.Parser.ParseFrom(ByteString.Empty);
        if (!Name(request, place))
        {
            foreach (var field in rpc.InputType.Fields.InDeclarationOrder().Where(IsResource))
            {
                var inner = field.MessageType.Parser.ParseFrom(ByteString.Empty);
                Name(inner, place);
                field.Accessor.SetValue(request, inner);
                break;
            }
        }

        return request;
    }

    private static bool Name(IMessage message, string place)
    {
        var field = message.Descriptor.FindFieldByName("name") ?? message.Descriptor.FindFieldByName("parent");
        if (field is not { FieldType: FieldType.String })
        {
            return false;
        }

        field.Accessor.SetValue(message, field.Name == "parent" ? $"units/{place}" : $"units/{place}/walks/none");
        return true;
    }

    private static bool IsResource(FieldDescriptor field) =>
        field is { FieldType: FieldType.Message, IsRepeated: false, IsMap: false }
        && field.MessageType.FindFieldByName("name") is { FieldType: FieldType.String };

    private List<MethodDescriptor> Rpcs() => [.. ProtoAssembly().GetTypes()
        .Where(type => type.Namespace == $"StudySuite.{word}.V1" && type.Name.EndsWith("Reflection", StringComparison.Ordinal))
        .Select(type => (FileDescriptor)type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!)
        .SelectMany(file => file.Services).SelectMany(service => service.Methods)];

    private static Assembly ProtoAssembly() => Assembly.Load("StudySuite.Protos");

    private static string KeyOf(MethodDescriptor rpc) => $"{rpc.Service.Name}/{rpc.Name}";

    private sealed record Answer(StatusCode Status, string Reason);
}
