using StudySuite.Documents;
using StudySuite.Planning.Plans;

namespace StudySuite.Planning.Papers;

/// <summary>Plan items as an Excel sheet, the same out as in. Several things in one cell stand on lines of their own.</summary>
internal static class PlanSheet
{
    private const string Id = "编号", Month = "月份", Topic = "学习主题", Category = "内容类别", Forms = "学习形式";
    private const string Materials = "学习资料", Speakers = "重点发言人", Lecturer = "辅导人", Research = "调研课题";
    private const string Goal = "成果转化目标", Department = "责任部门", Arrangement = "安排意见专题";
    private const int MostItems = 200;

    private static readonly char[] Separators = ['\n', '；', ';', '、'];

    public static readonly SheetTemplate Template = new(
        "计划项",
        new(Id) { MaxLength = 60, Note = "已有计划项的编号，新增的留空" },
        new(Month, SheetKind.Whole, IsRequired: true) { Example = "3", Note = "1 至 12" },
        new(Topic, IsRequired: true) { Example = "全国两会精神" },
        new(Category) { MaxLength = 100, Note = "学习内容类别字典中的名称" },
        new(Forms) { Example = "集体研讨、领学", Note = "多项用顿号分开" },
        new(Materials) { MaxLength = 4000, Note = "每行一份" },
        new(Speakers) { Example = "张三、李四", Note = "多人用顿号分开" },
        new(Lecturer),
        new(Research),
        new(Goal) { MaxLength = 1000 },
        new(Department),
        new(Arrangement) { MaxLength = 300, Note = "由系统填写，不必改动" })
    {
        MaxRows = MostItems, MaxBytes = 2 * 1024 * 1024,
    };

    public static Table ToTable(IEnumerable<PlanItem> items) => items.Aggregate(
        new Table(Template.Name, [.. Template.Columns.Select(column => new Column(column.Header, 3))]),
        (table, item) => table.Row(
            item.Id, item.Month, item.Topic, item.Category, PlanForms.ToText(item.Forms), string.Join('\n', item.Materials),
            string.Join('、', item.KeynoteSpeakers), item.Lecturer, item.ResearchTopic, item.ConversionGoal,
            item.ResponsibleDepartment, item.ArrangementTopic));

    /// <summary>The items as the contract has them, so that what a client sends and what a sheet says is checked alike.</summary>
    public static (List<V1.PlanItem> Items, List<SheetProblem> Problems) Read(
        ReadOnlyMemory<byte> file, IReadOnlySet<string> categories)
    {
        var reading = Template.Read(file);
        var problems = reading.Problems.ToList();
        var taken = new HashSet<string>();
        return ([.. reading.Rows.Select(row => Read(row, categories, taken, problems))], problems);
    }

    private static V1.PlanItem Read(
        SheetRow row, IReadOnlySet<string> categories, HashSet<string> taken, List<SheetProblem> problems)
    {
        var item = new V1.PlanItem
        {
            Id = row.Text(Id),
            Month = row.Whole(Month) ?? 0,
            Topic = row.Text(Topic),
            Category = row.Text(Category),
            Materials = { row.Text(Materials).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) },
            KeynoteSpeakers = { Split(row.Text(Speakers)) },
            Lecturer = row.Text(Lecturer),
            ResearchTopic = row.Text(Research),
            ConversionGoal = row.Text(Goal),
            ResponsibleDepartment = row.Text(Department),
            ArrangementTopic = row.Text(Arrangement),
        };
        if (row.Whole(Month) is < 1 or > 12)
        {
            problems.Add(row.Problem(Month, "SHEET_NUMBER_OUT_OF_RANGE", ("min", "1"), ("max", "12")));
        }

        if (item.Category.Length > 0 && !categories.Contains(item.Category))
        {
            problems.Add(row.Problem(Category, "CATEGORY_UNKNOWN", ("value", item.Category)));
        }

        if (item.Id.Length > 0 && !taken.Add(item.Id))
        {
            problems.Add(row.Problem(Id, "PLAN_ITEM_ID_REPEATED"));
        }

        foreach (var word in Split(row.Text(Forms)))
        {
            if (PlanForms.Find(word) is { } form)
            {
                item.Forms.Add((V1.StudyForm)form);
            }
            else
            {
                problems.Add(row.Problem(
                    Forms, "SHEET_FORM_UNKNOWN", ("value", word), ("choices", string.Join('、', PlanForms.Words.Values))));
            }
        }

        return item;
    }

    private static string[] Split(string text) =>
        text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
