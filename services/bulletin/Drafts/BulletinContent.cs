using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Bulletin.Drafts;

/// <summary>What the publicity department writes of a bulletin, checked as a whole.</summary>
internal static class BulletinContent
{
    public static readonly string[] Fields =
    [
        "title", "number_prefix", "overview", "practices", "problems", "requirements", "good_practices", "sign_off_steps",
        "addressee", "copies_to", "naming",
    ];

    public static void Check(V1.Bulletin asked, IReadOnlySet<string> fields, Violations wrong)
    {
        Text("title", asked.Title, 200);
        Text("number_prefix", asked.NumberPrefix, 20);
        Text("overview", asked.Overview, 8000);
        Text("practices", asked.Practices, 8000);
        Text("problems", asked.Problems, 8000);
        Text("requirements", asked.Requirements, 8000);
        Text("addressee", asked.Addressee, 400);
        Text("copies_to", asked.CopiesTo, 400);
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

    /// <summary>
    /// The draft with the fields taken over; an empty title, prefix, chain or addressee becomes that of the defaults.
    /// </summary>
    public static BulletinDraft Apply(
        this BulletinDraft draft, V1.Bulletin asked, IReadOnlySet<string> fields, BulletinDraft defaults)
    {
        return new BulletinDraft(
            Take("title", asked.Title, draft.Title, defaults.Title),
            Take("number_prefix", asked.NumberPrefix, draft.NumberPrefix, defaults.NumberPrefix),
            !fields.Contains("sign_off_steps") ? draft.SignOffSteps
                : asked.SignOffSteps.Count > 0 ? [.. asked.SignOffSteps] : defaults.SignOffSteps,
            new BulletinText(
                Take("overview", asked.Overview, draft.Text.Overview),
                Take("practices", asked.Practices, draft.Text.Practices),
                Take("problems", asked.Problems, draft.Text.Problems),
                Take("requirements", asked.Requirements, draft.Text.Requirements),
                fields.Contains("good_practices")
                    ? [.. asked.GoodPractices.Select(practice => new GoodPractice(CodeOf(practice.Unit), practice.Text))]
                    : draft.Text.GoodPractices),
            Take("addressee", asked.Addressee, draft.Addressee, defaults.Addressee),
            Take("copies_to", asked.CopiesTo, draft.CopiesTo, defaults.CopiesTo),
            fields.Contains("naming") ? asked.Naming == V1.NamingLevel.Named : draft.Naming);

        string Take(string field, string value, string old, string otherwise = "") =>
            !fields.Contains(field) ? old : value.Length > 0 ? value : otherwise;
    }

    public static string CodeOf(string name) => ResourceName.TryParse("units/{unit}", name)?[0] ?? "";
}
