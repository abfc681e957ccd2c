using System.Net;
using System.Net.WebSockets;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Testing;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Web.Features.Diagram;
using ThreatBoard.Web.Hosting.Circuits;

namespace ThreatBoard.Web.Tests.Circuits;

public sealed class CircuitCountTests(CircuitHost host) : IClassFixture<CircuitHost>
{
    private static readonly TimeSpan s_settled = TimeSpan.FromSeconds(60);

    private OpenCircuits Open => host.Get<OpenCircuits>();

    [Fact]
    [Trait("Matrix", "C2")]
    public async Task Nothing_is_left_of_circuits_whose_connections_broke_came_back_and_went()
    {
        var model = await host.SampleAsync();
        var (person, web) = await host.MemberAsync(model, "Comes and goes", Role.Editor);
        await VisitAsync(web, model.ModelId, MatrixSize.Of(30, 1_000));
        await NothingIsLeftAsync(person);
    }

    [Theory]
    [Trait("Matrix", "C2")]
    [InlineData("threats")]
    [InlineData("diagram")]
    [InlineData("inventory?show=flow")]
    public async Task Nothing_is_left_of_circuits_that_went_while_their_page_was_being_read(string page)
    {
        var model = await host.SampleAsync();
        var (person, web) = await host.MemberAsync(model, "Leaves at once", Role.Editor);
        for (var i = 0; i < MatrixSize.Of(20, 300); i++)
        {
            var client = await CircuitClient.OpenAsync(web, $"/models/{model.ModelId}/{page}", Cancel);
            // A different moment each time: nothing, or what needs one answer or more.
            for (var answers = i % 5; answers > 0; answers--) await client.NavigateAsync($"/models/{model.ModelId}/{page}");
            await client.DisposeAsync();
        }

        await NothingIsLeftAsync(person);
    }

    [Fact]
    [Trait("Matrix", "C4")]
    public async Task One_person_has_a_limited_number_of_tabs_and_is_told_so_and_others_are_not_concerned()
    {
        var model = await host.SampleAsync();
        var (person, web) = await host.MemberAsync(model, "Opens everything", Role.Viewer);
        var tabs = new List<CircuitClient>();
        for (var i = 0; i < Open.Most; i++) tabs.Add(await CircuitClient.OpenAsync(web, "/account", Cancel));
        await UntilAsync(() => Open.Of(person) == Open.Most, () => $"{Open.Of(person)} tabs are counted");
        using (var refused = await web.Http.GetAsync("/account", Cancel))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Contains("Close some of them", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        using (var refused = await web.Http.PostAsync("/_blazor/negotiate?negotiateVersion=1", content: null, Cancel)) Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        var (_, other) = await host.MemberAsync(model, "Opens one", Role.Viewer);
        await using (var theirs = await CircuitClient.OpenAsync(other, $"/models/{model.ModelId}/threats", Cancel)) await theirs.WaitAsync(page => page.Elements("tr").Any(), "rows");
        foreach (var tab in tabs) await tab.DisposeAsync();
        await UntilAsync(() => Open.Of(person) == 0, () => $"{Open.Of(person)} tabs are counted");
        await using var again = await CircuitClient.OpenAsync(web, "/account", Cancel);
    }

    [Fact]
    [Trait("Matrix", "C4")]
    public async Task Nobody_gets_a_circuit_without_being_signed_in()
    {
        using var stranger = host.Stranger();
        using var negotiated = await stranger.Http.PostAsync("/_blazor/negotiate?negotiateVersion=1", content: null, Cancel);
        Assert.NotEqual(HttpStatusCode.OK, negotiated.StatusCode);
        await Assert.ThrowsAsync<WebSocketException>(() => CircuitClient.ConnectOnlyAsync(stranger, Cancel));
        Assert.DoesNotContain("\"type\":\"server\"", await stranger.PageAsync("/login", Cancel), StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task NothingIsLeftAsync(Guid person)
    {
        await UntilAsync(() => Open.Held == 0 && Open.Of(person) == 0, () => $"{Open.Held} circuits are held, {Open.Of(person)} connected");
        await UntilAsync(() => host.Get<SeenCircuits>().Alive() == 0, () => $"{host.Get<SeenCircuits>().Alive()} of {host.Get<SeenCircuits>().All} circuits are in memory");
        Assert.Equal(0, host.Get<OpenDiagrams>().Count);
    }

    private static async Task VisitAsync(BrowserHttp web, Guid model, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var diagram = i % 3 == 0;
            var client = diagram ? await CircuitClient.OpenDiagramAsync(web, model, Cancel) : await CircuitClient.OpenAsync(web, $"/models/{model}/threats", Cancel);
            if (!diagram) await client.WaitAsync(page => page.Elements("tr").Any(), "rows");
            await client.BreakAsync();
            if (i % 2 == 0) Assert.True(await client.ReconnectAsync(Cancel));
            if (i % 4 == 0) await client.BreakAsync();
            await client.DisposeAsync();
        }
    }

    private static async Task UntilAsync(Func<bool> holds, Func<string> otherwise)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var start = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < s_settled, otherwise());
            await timer.WaitForNextTickAsync(Cancel);
        }
    }
}
