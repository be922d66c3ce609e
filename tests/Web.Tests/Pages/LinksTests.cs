using System.Reflection;
using Microsoft.AspNetCore.Components;
using StudySuite.Web.Pages;

namespace StudySuite.Web.Tests.Pages;

/// <summary>Whatever names a resource, such as a message or a hit of the search, leads to a page that is there.</summary>
public sealed class LinksTests
{
    private static readonly string[] Routes =
    [
        .. typeof(Links).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template),
    ];

    [Theory]
    [InlineData("units/a/topicCampaigns/1")]
    [InlineData("units/a/topicProposals/1")]
    [InlineData("units/a/thematicArrangements/1")]
    [InlineData("units/a/receivedArrangements/1")]
    [InlineData("units/a/plans/2023")]
    [InlineData("units/a/sessions/1/archive")]
    [InlineData("units/a/sessions/1/materialPack")]
    [InlineData("units/a/makeUps/1")]
    [InlineData("units/a/activities/1")]
    [InlineData("units/a/firstTopics/1")]
    [InlineData("units/a/observations/1")]
    [InlineData("units/a/observationCampaigns/1")]
    [InlineData("units/a/coverageMatrix")]
    [InlineData("units/a/checks/1")]
    [InlineData("units/a/problems/1")]
    [InlineData("units/a/rectificationNotices/1#2")]
    [InlineData("units/a/assessments/1")]
    [InlineData("units/a/bulletins/1")]
    [InlineData("units/a/receivedBulletins/1")]
    [InlineData("units/a/selfReports/2023-1")]
    [InlineData("units/a/practiceProposals/1")]
    [InlineData("units/a/delegations/1")]
    [InlineData("units/a/members/1")]
    [InlineData("units/a/people/b/years/2023")]
    [InlineData("people/b")]
    [InlineData("units/a/researchTopics/1")]
    [InlineData("units/a/researchProjects/1")]
    [InlineData("units/a/sessions/1/lecture")]
    [InlineData("units/a/lecturers/1")]
    [InlineData("units/a/selfStudyPlans/1")]
    [InlineData("regulations/1")]
    [InlineData("systemClients/a")]
    [InlineData("suggestions/1")]
    public void Of_ResourceThatIsNamed_IsAPage(string name)
    {
        var path = new Uri(new Uri("http://web"), Links.Of(name)!).AbsolutePath;

        Assert.Contains(Routes, route => Fits(route.Split('/'), path.Split('/')));
    }

    [Fact]
    public void Of_UnknownKind_IsNothing() => Assert.Null(Links.Of("units/a/unheardOf/1"));

    private static bool Fits(string[] route, string[] path) => route.Length == path.Length
        && route.Zip(path).All(part => part.First.StartsWith('{') || part.First == part.Second);
}
