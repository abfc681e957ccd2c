using ThreatBoard.Browser.Tests.Running;

namespace ThreatBoard.Browser.Tests.Pages;

/// <summary>Every page of an installation for one person, wide and narrow, light and dark: nothing is cut off at the side, and neither axe nor the browser complains.</summary>
/// <remarks>With <c>THREATBOARD_SCREENS</c> set to a folder, as <c>scripts/screens</c> does, each page leaves its picture there.</remarks>
public sealed class PagesTests(LoggedIn suite, SampleModel sample) : IClassFixture<SampleModel>
{
    public static TheoryData<string> Pages => new(PageList.Local.Keys);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_and_draws_no_complaint(string name)
    {
        await using var watched = await suite.OpenToLookAsync(AddressOf(name));
        // The browser notes the status of what is missing, as it should.
        if (name == "not-found") watched.Forgive();
        await Look.AtAsync(watched, name);
    }

    private string AddressOf(string name) => PageList.Local[name]
        .Replace("{id}", sample.Id, StringComparison.Ordinal)
        .Replace("{threat}", sample.Threat, StringComparison.Ordinal)
        .Replace("{component}", sample.Component, StringComparison.Ordinal);
}
