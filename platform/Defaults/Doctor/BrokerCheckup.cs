using System.Runtime.CompilerServices;
using StudySuite.Messaging;

namespace StudySuite.Defaults.Doctor;

/// <summary>The broker: reachable, with the queues that migrate declares, and nothing in the error queues.</summary>
internal sealed class BrokerCheckup(IServiceProvider services) : ICheckup
{
    public async IAsyncEnumerable<Finding> ExamineAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await BrokerState.ReadAsync(services, cancellationToken) is { } state)
        {
            yield return state switch
            {
                { Problem.Length: > 0 } => Finding.Bad(
                    "broker", $"无法连接消息服务器：{state.Problem}。"
                        + "请检查设置 Messaging:Host、Messaging:Port、Messaging:User、Messaging:PasswordFile。",
                    $"The broker cannot be reached: {state.Problem} "
                        + "Check settings Messaging:Host, Port, User and PasswordFile."),
                { MissingQueues: > 0 } => Finding.Bad(
                    "broker", $"缺少 {state.MissingQueues} 个队列，期间的消息会丢失。请运行 migrate。",
                    $"{state.MissingQueues} queues are missing, and messages for them are lost: run migrate."),
                { GivenUp: > 0 } => Finding.Warning(
                    "broker", $"{state.GivenUp} 条消息处理失败，在 _error 队列中。排除原因后运行 replay-parked。",
                    $"{state.GivenUp} messages could not be handled and are in _error queues: "
                        + "see the log, then run replay-parked."),
                _ => Finding.Good("broker"),
            };
        }
    }
}
