using StudySuite.Directory.V1;
using StudySuite.Documents;

namespace StudySuite.Directory.Rosters;

/// <summary>The two sheets, and the words that stand in their cells.</summary>
internal static class RosterSheets
{
    public static readonly Dictionary<UnitKind, string> Kinds = new()
    {
        [UnitKind.PartyCommittee] = "党委", [UnitKind.PartyLeadershipGroup] = "党组", [UnitKind.PartyWorkingCommittee] = "党工委",
        [UnitKind.DisciplineInspection] = "纪检机关", [UnitKind.WorkingOrgan] = "工作机关",
        [UnitKind.PublicInstitution] = "事业单位", [UnitKind.Other] = "其他",
    };

    public static readonly Dictionary<UnitLevel, string> Levels = new()
    {
        [UnitLevel.Province] = "省级", [UnitLevel.City] = "市级", [UnitLevel.County] = "县级", [UnitLevel.Township] = "乡科级",
    };

    public static readonly Dictionary<MemberRole, string> Roles = new()
    {
        [MemberRole.Leader] = "组长", [MemberRole.Deputy] = "副组长", [MemberRole.Secretary] = "学习秘书", [MemberRole.Member] = "成员",
    };

    public static readonly Dictionary<MemberKind, string> MemberKinds = new()
    {
        [MemberKind.Full] = "正式", [MemberKind.Invited] = "特邀", [MemberKind.Attending] = "列席",
    };

    public static readonly SheetTemplate Units = new(
        "单位",
        new SheetColumn("单位编码", IsRequired: true) { MaxLength = 60, Example = "xinxiang-kegong", Note = "小写字母、数字、横线，定后不改" },
        new SheetColumn("单位名称", IsRequired: true) { MaxLength = 100, Example = "县科工局" },
        new SheetColumn("单位类别", IsRequired: true) { Choices = [.. Kinds.Values], Example = "党组" },
        new SheetColumn("级别", IsRequired: true) { Choices = [.. Levels.Values], Example = "乡科级" },
        new SheetColumn("上级编码") { MaxLength = 60, Example = "xinxiang", Note = "最上级单位不填" },
        new SheetColumn("顺序", SheetKind.Whole) { Example = "10" },
        new SheetColumn("联络员") { MaxLength = 100, Example = "李四 0373-1234567" })
    {
        MaxBytes = 3 * 1024 * 1024,
    };

    public static readonly SheetTemplate Members = new(
        "中心组成员",
        new SheetColumn("单位编码", IsRequired: true) { MaxLength = 60, Example = "xinxiang-kegong" },
        new SheetColumn("用户名", IsRequired: true) { MaxLength = 40, Example = "zhangsan", Note = "小写字母、数字、点、横线和下划线" },
        new SheetColumn("姓名", IsRequired: true) { MaxLength = 40, Example = "张三" },
        new SheetColumn("职务") { MaxLength = 100, Example = "局长" },
        new SheetColumn("手机") { MaxLength = 11, Example = "138****5678", Note = "隐去中间四位" },
        new SheetColumn("组内身份", IsRequired: true) { Choices = [.. Roles.Values], Example = "组长" },
        new SheetColumn("成员类别", IsRequired: true) { Choices = [.. MemberKinds.Values], Example = "正式" },
        new SheetColumn("顺序", SheetKind.Whole) { Example = "1" },
        new SheetColumn("任职日期", SheetKind.Date, IsRequired: true) { Example = "2023-01-01" },
        new SheetColumn("免职日期", SheetKind.Date) { Note = "在任不填" })
    {
        MaxBytes = 3 * 1024 * 1024,
    };

    public static T Of<T>(this Dictionary<T, string> words, string word)
        where T : notnull => words.First(pair => pair.Value == word).Key;

    public static Table ToTable(this SheetTemplate template) =>
        new(template.Name, [.. template.Columns.Select(column => new Column(column.Header, 3))]);
}
