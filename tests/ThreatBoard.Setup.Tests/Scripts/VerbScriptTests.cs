namespace ThreatBoard.Setup.Tests.Scripts;

/// <summary><c>scripts/threatboard</c> over tools that note their calls.</summary>
public sealed class VerbScriptTests
{
    [Fact]
    public async Task A_verb_about_manifests_sets_the_program_up_once_and_needs_no_data()
    {
        using var checkout = new FakeCheckout();

        var first = await checkout.RunAsync("threatboard", "kubernetes", "findings", "some folder");
        var second = await checkout.RunAsync("threatboard", "push", "some folder");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("ThreatBoard.Web.dll kubernetes findings some folder", first.Output, StringComparison.Ordinal);
        Assert.Single(checkout.Calls, call => call == "dotnet publish");
        Assert.False(Directory.Exists(checkout.Data));
    }

    [Fact]
    public async Task A_verb_about_the_database_gets_this_checkouts_settings()
    {
        using var checkout = new FakeCheckout();
        Assert.NotEqual(0, (await checkout.RunAsync("threatboard", "migrate")).ExitCode);
        await checkout.RunAsync("run", "--setup-only");

        var migrate = await checkout.RunAsync("threatboard", "migrate");

        Assert.Equal(0, migrate.ExitCode);
        Assert.Contains("ThreatBoard.Web.dll migrate", migrate.Output, StringComparison.Ordinal);
        Assert.Contains($"ThreatBoard__Embedded__Data={checkout.Data}", migrate.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_word_is_refused_and_none_shows_the_help()
    {
        using var checkout = new FakeCheckout();

        Assert.Equal(2, (await checkout.RunAsync("threatboard", "kubernets")).ExitCode);
        Assert.Contains("ThreatBoard.Web.dll --help", (await checkout.RunAsync("threatboard")).Output, StringComparison.Ordinal);
    }
}
