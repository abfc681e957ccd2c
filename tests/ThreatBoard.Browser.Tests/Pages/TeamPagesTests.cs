using ThreatBoard.Browser.Tests.Running;

namespace ThreatBoard.Browser.Tests.Pages;

/// <summary>The pages of a server installation, filled by people, as <see cref="PagesTests"/> looks at those of a local one.</summary>
public sealed class TeamPagesTests(LoggedIn suite, TeamSample team) : IClassFixture<TeamSample>
{
    public static TheoryData<string> Inside => new(PageList.Team.Keys);

    public static TheoryData<string> Outside => new(PageList.Door.Keys);

    [Theory]
    [MemberData(nameof(Inside))]
    public async Task A_page_fits_and_draws_no_complaint(string name)
    {
        await using var watched = await team.OpenAsync(PageList.Team[name]);
        await Look.AtAsync(watched, name, name == "comments" ? page => page.GetByLabel("Write a comment").ScrollIntoViewIfNeededAsync() : null);
    }

    [Theory]
    [MemberData(nameof(Outside))]
    public async Task A_page_before_the_login_fits_and_draws_no_complaint(string name)
    {
        await using var watched = await suite.Colleagues.NobodyAsync();
        await watched.Page.GotoAsync(team.Filled(PageList.Door[name]));
        if (name == "error") watched.Forgive();
        await Look.AtAsync(watched, name);
    }
}
