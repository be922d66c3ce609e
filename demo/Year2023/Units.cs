using StudySuite.Directory.V1;

namespace StudySuite.Demo.Year2023;

/// <param name="Code">Id of the unit.</param>
/// <param name="Short">Prefix of its people's ids.</param>
public sealed record DemoUnit(string Code, string Name, UnitKind Kind, string Short)
{
    public string Leader => $"{Short}-leader";

    public string Secretary => $"{Short}-secretary";

    public string ResourceName => $"units/{Code}";
}

/// <summary>The county's own group and the units below it that take part in the replay. The first three are named in the source.</summary>
public static class Units
{
    public static readonly DemoUnit County = new("xinxiang", "新乡县委", UnitKind.PartyCommittee, "xx");

    public static readonly IReadOnlyList<DemoUnit> Below =
    [
        new("xinxiang-kegong", "县科工局", UnitKind.PartyLeadershipGroup, "kegong"),
        new("xinxiang-weijian", "县卫健委", UnitKind.PartyLeadershipGroup, "weijian"),
        new("xinxiang-guguzhai", "古固寨镇", UnitKind.PartyCommittee, "guguzhai"),
        new("xinxiang-jiaoti", "县教体局", UnitKind.PartyLeadershipGroup, "jiaoti"),
        new("xinxiang-nongye", "县农业农村局", UnitKind.PartyLeadershipGroup, "nongye"),
        new("xinxiang-caizheng", "县财政局", UnitKind.PartyLeadershipGroup, "caizheng"),
        new("xinxiang-zhujian", "县住建局", UnitKind.PartyLeadershipGroup, "zhujian"),
        new("xinxiang-xiaoji", "小冀镇", UnitKind.PartyCommittee, "xiaoji"),
        new("xinxiang-qiliying", "七里营镇", UnitKind.PartyCommittee, "qiliying"),
        new("xinxiang-dazhaoying", "大召营镇", UnitKind.PartyCommittee, "dazhaoying"),
        new("xinxiang-hehe", "合河乡", UnitKind.PartyCommittee, "hehe"),
        new("xinxiang-langgongmiao", "朗公庙镇", UnitKind.PartyCommittee, "langgongmiao"),
    ];
}
