using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing.Circuits;

namespace ThreatBoard.Web.Tests.Circuits;

public sealed class CircuitClientTests(CircuitHost host) : IClassFixture<CircuitHost>
{
    [Fact]
    public async Task A_page_is_rendered_without_a_browser()
    {
        using var web = await host.LoggedInAsync();
        var model = await host.SampleAsync();
        await using var client = await CircuitClient.OpenAsync(web, $"/models/{model.ModelId}/threats", Cancel);
        var rows = await client.WaitAsync(page => page.Elements("tr").Count() > 5, "rows of threats");
        Assert.True(rows > 0);
    }

    [Fact]
    public async Task What_one_types_into_the_panel_another_sees_in_theirs()
    {
        using var web = await host.LoggedInAsync();
        var model = await host.SampleAsync();
        var threat = (await host.ContentAsync(model)).All<Threat>().OrderBy(t => t.Id).First();
        await using var watcher = await CircuitClient.OpenAsync(web, $"/models/{model.ModelId}/threats?open=threat:{threat.Id}", Cancel);
        await watcher.WaitAsync(page => page.Text.Contains(threat.Title, StringComparison.Ordinal), "the old title");
        await using var writer = await CircuitClient.OpenAsync(web, $"/models/{model.ModelId}/threats?open=threat:{threat.Id}", Cancel);
        await writer.EditAsync("Title", "Seen by everybody at once");
        await watcher.WaitAsync(page => page.Text.Contains("Seen by everybody at once", StringComparison.Ordinal), "the new title");
        Assert.Equal("Seen by everybody at once", (await host.ContentAsync(model)).Find<Threat>(threat.Id.Value)?.Title);
    }

    [Fact]
    public async Task What_one_renames_on_the_canvas_another_gets_as_a_delta()
    {
        using var web = await host.LoggedInAsync();
        var model = await host.SampleAsync();
        var part = (await host.ContentAsync(model)).All<Component>().OrderBy(c => c.Id).First();
        await using var watcher = await CircuitClient.OpenDiagramAsync(web, model.ModelId, Cancel);
        await using var writer = await CircuitClient.OpenDiagramAsync(web, model.ModelId, Cancel);
        var seen = watcher.Scripts.Diagram.Watch(delta => delta.GetProperty("components").EnumerateArray().Any(c => c.GetProperty("name").GetString() == "gateway-2"));
        Assert.True((await writer.InvokeAsync(writer.Scripts.Diagram.Canvas!.Value, "Renamed", "component", part.Id.ToString(), "gateway-2")).GetBoolean());
        Assert.True(await seen.WaitAsync(CircuitClient.Limit, Cancel) > 0);
    }

    [Fact]
    public async Task A_broken_connection_comes_back_to_the_same_circuit()
    {
        using var web = await host.LoggedInAsync();
        await using var client = await CircuitClient.OpenAsync(web, "/models", Cancel);
        await client.WaitAsync(page => page.Text.Contains("Models", StringComparison.Ordinal), "the list of models");
        await client.BreakAsync();
        Assert.True(await client.ReconnectAsync(Cancel));
        await client.ClickAsync(page => page.Button("Keyboard shortcuts"), "the button for shortcuts");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
