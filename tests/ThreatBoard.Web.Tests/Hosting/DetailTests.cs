using System.Net;
using ThreatBoard.Testing.Circuits;

namespace ThreatBoard.Web.Tests.Hosting;

[Trait("Matrix", "D24")]
public sealed class DetailTests(Server server)
{
    // What an anonymous answer must never hold: software, versions, names of tables and hosts, traces.
    private static readonly string[] s_details = ["PostgreSQL", "Npgsql", "   at ", "Exception", "migration", "127.0.0.1", "threatboard_test", "fsync", "separated"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_says_to_everybody_no_more_than_that_it_is_well()
    {
        await using var host = await NewAsync();
        foreach (var (path, body) in new[] { ("/health/live", "Healthy"), ("/health/ready", "Healthy") })
            Assert.Equal(body, await host.Browser().PageAsync(path, Cancel));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/metrics")]
    [InlineData("/nowhere")]
    public async Task Details_are_not_for_those_who_are_not_signed_in(string path)
    {
        await using var host = await NewAsync();
        using var answer = await host.Browser().Http.GetAsync(path, Cancel);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        AssertGeneric(await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task The_error_page_has_generic_text_and_a_trace_id_only()
    {
        await using var host = await NewAsync();
        using var answer = await host.Browser().Http.GetAsync("/error", Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("The reason is in the log under", page, StringComparison.Ordinal);
        AssertGeneric(page);
    }

    [Fact]
    public async Task An_administrator_reads_on_the_health_page_that_the_roles_are_not_separated()
    {
        await using var host = await NewAsync();
        using var owner = await host.OwnedAsync();
        await using var page = await CircuitClient.OpenAsync(owner, "/health", Cancel);
        await page.WaitAsync(seen => seen.Text.Contains("The roles are not separated.", StringComparison.Ordinal), "what to do about the roles");
        Assert.Contains("ConnectionStrings__ThreatBoardOwner", page.Read(seen => seen.Text), StringComparison.Ordinal);
    }

    private async Task<ServerHost> NewAsync() => await ServerHost.StartAsync(await server.CreateServerDatabaseAsync(Cancel));

    private static void AssertGeneric(string text) => Assert.DoesNotContain(s_details, detail => text.Contains(detail, StringComparison.Ordinal));
}
