namespace StudySuite.Web.Pages;

/// <summary>Members of a group by what they are called.</summary>
internal static class GroupNames
{
    /// <returns>The person's code for somebody who has left the group.</returns>
    public static string NameOf(this IReadOnlyList<(string Person, string Name)> members, string person) =>
        members.FirstOrDefault(member => member.Person == person).Name ?? Links.Id(person);
}
