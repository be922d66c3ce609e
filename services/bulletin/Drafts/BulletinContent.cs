using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Bulletin.Drafts;

/// <summary>What the publicity department writes of a bulletin, checked as a whole.</summary>
internal static class BulletinContent
{
    public static readonly string[] Fields =
    [
        "title", "number_prefix", "overview", "practices", "problems", "requirements", "good_practices", "sign_off_steps",
    ];

    private static readonly List<string> DefaultSteps = ["部长"];

    public static void Check(V1.Bulletin asked, IReadOnlySet<string> fields, Violations wrong)
    {
        Text("title", asked.Title, 200);
        Text("number_prefix", asked.NumberPrefix, 20);
        Text("overview", asked.Overview, 8000);
        Text("practices", asked.Practices, 8000);
        Text("problems", asked.Problems, 8000);
        Text("requirements", asked.Requirements, 8000);
        if (fields.Contains("good_practices"))
        {
            wrong.Range("bulletin.good_practices", asked.GoodPractices.Count, 0, 50);
            for (var i = 0; i < asked.GoodPractices.Count; i++)
            {
                wrong.Text($"bulletin.good_practices[{i}].text", asked.GoodPractices[i].Text, 1000);
            }
        }

        if (fields.Contains("sign_off_steps"))
        {
            wrong.Range("bulletin.sign_off_steps", asked.SignOffSteps.Count, 0, 6);
            for (var i = 0; i < asked.SignOffSteps.Count; i++)
            {
                wrong.Text($"bulletin.sign_off_steps[{i}]", asked.SignOffSteps[i], 40);
            }
        }

        void Text(string field, string value, int maxLength)
        {
            if (fields.Contains(field))
            {
                wrong.OptionalText($"bulletin.{field}", value, maxLength);
            }
        }
    }

    /// <param name="known">Codes of the issuer's subtree.</param>
    public static void CheckUnits(V1.Bulletin asked, IReadOnlySet<string> known, Violations wrong)
    {
        for (var i = 0; i < asked.GoodPractices.Count; i++)
        {
            wrong.AddIf(
                !known.Contains(CodeOf(asked.GoodPractices[i].Unit)),
                $"bulletin.good_practices[{i}].unit", "UNIT_UNKNOWN", ("value", asked.GoodPractices[i].Unit));
        }
    }

    /// <summary>The draft with the fields taken over; an empty title, prefix or chain becomes the default.</summary>
    public static BulletinDraft Apply(
        this BulletinDraft draft, V1.Bulletin asked, IReadOnlySet<string> fields, string defaultTitle, string defaultPrefix)
    {
        return new BulletinDraft(
            Take("title", asked.Title, draft.Title, defaultTitle),
            Take("number_prefix", asked.NumberPrefix, draft.NumberPrefix, defaultPrefix),
            !fields.Contains("sign_off_steps") ? draft.SignOffSteps
                : asked.SignOffSteps.Count > 0 ? [.. asked.SignOffSteps] : DefaultSteps,
            new BulletinText(
                Take("overview", asked.Overview, draft.Text.Overview),
                Take("practices", asked.Practices, draft.Text.Practices),
                Take("problems", asked.Problems, draft.Text.Problems),
                Take("requirements", asked.Requirements, draft.Text.Requirements),
                fields.Contains("good_practices")
                    ? [.. asked.GoodPractices.Select(practice => new GoodPractice(CodeOf(practice.Unit), practice.Text))]
                    : draft.Text.GoodPractices));

        string Take(string field, string value, string old, string otherwise = "") =>
            !fields.Contains(field) ? old : value.Length > 0 ? value : otherwise;
    }

    private static string CodeOf(string name) => ResourceName.TryParse("units/{unit}", name)?[0] ?? "";
}
