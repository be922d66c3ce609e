namespace StudySuite.Platform.Tests.Architecture;

/// <summary>Every rule twice: that it holds, and that it would find what breaks it.</summary>
public sealed class ProtoRulesTests
{
    private static readonly List<SourceFile> Protos = SourceTree.Files("protos/studysuite", ".proto", atLeast: 30);

    [Fact]
    public void RpcsFieldsAndValues_All_HaveAComment()
    {
        Rule.Holds(Protos.SelectMany(ProtoRules.WithoutComment));

        Assert.Equal(4, ProtoRules.WithoutComment(Example("""
            // Plans.
            service PlanService {
              rpc GetPlan(GetPlanRequest) returns (Plan) {
              }
            }
            // A plan.
            message Plan {
              // Name.
              string name = 1;
              repeated PlanItem items = 2 [(google.api.field_behavior) = REQUIRED];
              map<string, string> more = 3;
            }
            // State.
            enum State {
              STATE_UNSPECIFIED = 0;
            }
            """)).Count());
    }

    [Fact]
    public void Rpcs_All_HaveARestAddressBelowTheServicesWord()
    {
        Assert.True(Protos.Sum(proto => ProtoRules.RpcsOf(proto).Count) > 100);
        Rule.Holds(Protos.SelectMany(ProtoRules.WithoutRest));

        Assert.Equal(2, ProtoRules.WithoutRest(Example("""
            service PlanService {
              rpc GetPlan(GetPlanRequest) returns (Plan) {
                option (google.api.http) = {get: "/planning/v1/{name=units/*/plans/*}"};
              }
              rpc ListPlans(ListPlansRequest) returns (ListPlansResponse) {
                option (google.api.http) = {get: "/plans/v1/{parent=units/*}/plans"};
              }
              rpc WatchPlans(WatchPlansRequest) returns (stream Plan) {
              }
            }
            """)).Count());
    }

    [Fact]
    public void Packages_All_EqualTheirPath()
    {
        Rule.Holds(Protos.SelectMany(ProtoRules.WrongPackage));

        Assert.Equal(2, ProtoRules.WrongPackage(Example("package studysuite.plans.v1;")).Count());
    }

    private static SourceFile Example(string text) => new("protos/studysuite/planning/v1/example.proto", text);
}
