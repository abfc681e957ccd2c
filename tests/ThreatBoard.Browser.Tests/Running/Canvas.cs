using System.Text.Json;
using Microsoft.Playwright;

namespace ThreatBoard.Browser.Tests.Running;

/// <summary>The diagram of one page as a hand with a mouse meets it, and the scene that the server draws it from.</summary>
public sealed class Canvas(IPage page, string model)
{
    // Cytoscape notes the graph on the element that it draws into.
    private const string WhereIs = """
        id => {
          const host = document.querySelector('.diagram-canvas'), box = host?.getBoundingClientRect();
          const node = host?._cyreg?.cy.getElementById(id);
          return !node || node.empty() ? null : [box.left + node.renderedPosition().x, box.top + node.renderedPosition().y];
        }
        """;

    private static readonly string[] s_kinds = ["components", "boundaries", "actors", "flows"];

    private ILocator Host => page.Locator(".diagram-canvas");

    public ILocator NameBox => page.Locator("input.diagram-rename");

    public async Task OpenAsync(string query = "")
    {
        await page.GotoAsync($"/models/{model}/diagram{query}");
        await DrawnAsync();
    }

    /// <summary>Drawn, and laid out where nothing had a place yet.</summary>
    public Task DrawnAsync() => page.Locator(".diagram-canvas[data-ready]:not([aria-busy])").WaitForAsync();

    /// <summary>By the toolbar: the new element asks for its name at once.</summary>
    public async Task AddAsync(string word, string name)
    {
        await page.Locator(".diagram-add-button").ClickAsync();
        await page.Locator("#diagram-add").GetByRole(AriaRole.Button, new() { Name = word, Exact = true }).ClickAsync();
        await NameBox.FillAsync(name);
        await NameBox.PressAsync("Enter");
        await SceneAsync($"'{name}' is drawn", scene => Has(scene, name));
    }

    public async Task ConnectAsync(string from, string to)
    {
        await SelectAsync(from);
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect", Exact = true }).ClickAsync();
        await Assertions.Expect(Host).ToHaveAttributeAsync("data-mode", "connect-to");
        var (x, y) = await AtAsync(to);
        await page.Mouse.ClickAsync(x, y);
    }

    public async Task RenameAsync(string from, string to)
    {
        await SelectAsync(from);
        await PressAsync("F2");
        await NameBox.FillAsync(to);
        await NameBox.PressAsync("Enter");
        await SceneAsync($"'{to}' is drawn", scene => Has(scene, to));
    }

    /// <summary>By a click; its details open beside the canvas.</summary>
    public async Task SelectAsync(string name)
    {
        var id = await IdAsync(name);
        var (x, y) = await AtAsync(name);
        await page.Mouse.ClickAsync(x, y);
        await page.ArriveAtAsync($"**open=*{id}**");
        await page.Locator("#details").WaitForAsync();
    }

    /// <summary>Where the browser draws everything, in the model's own units.</summary>
    public Task<string> SeenAsync() => page.EvaluateAsync<string>(
        "() => JSON.stringify(document.querySelector('.diagram-canvas')._cyreg.cy.nodes().map(n => [n.id(), Math.round(n.position().x), Math.round(n.position().y)]).sort())");

    /// <summary>The name of the boundary that the browser draws an element in, once it draws what the server groups so.</summary>
    public async Task<string?> DrawnInAsync(string name, string grouping)
    {
        var scene = await SceneAsync($"'{name}' is drawn", scene => Has(scene, name), grouping);
        var element = Find(scene, name)!.Value;
        var (id, parent) = (element.GetProperty("id").GetString(), element.GetProperty("parent").GetString());
        await page.WaitForFunctionAsync("([id, parent]) => { const node = document.querySelector('.diagram-canvas')?._cyreg?.cy.getElementById(id); return node && !node.empty() && (node.parent().id() ?? null) === parent; }", new[] { id, parent });
        return scene.GetProperty("boundaries").EnumerateArray().Where(boundary => boundary.GetProperty("id").GetString() == parent).Select(boundary => boundary.GetProperty("name").GetString()).SingleOrDefault();
    }

    public async Task DragAsync(string name, float right, float down)
    {
        var (x, y) = await AtAsync(name);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + right / 2, y + down / 2, new() { Steps = 3 });
        await page.Mouse.MoveAsync(x + right, y + down, new() { Steps = 3 });
        await page.Mouse.UpAsync();
    }

    public Task PressAsync(string keys) => Host.PressAsync(keys);

    /// <summary>The scene as the server has it, once it is so; fails with <paramref name="what"/> after ten seconds.</summary>
    public async Task<JsonElement> SceneAsync(string what, Func<JsonElement, bool> isSo, string grouping = "tenancy")
    {
        var until = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var scene = await page.EvaluateAsync<JsonElement>("url => fetch(url).then(answer => answer.json())", $"/models/{model}/diagram/scene?grouping={grouping}");
            if (isSo(scene)) return scene;
            Assert.True(TimeProvider.System.GetElapsedTime(until) < TimeSpan.FromSeconds(10), $"Not so: {what}. {scene}");
        }
    }

    public static bool Has(JsonElement scene, string name) => Find(scene, name) is not null;

    /// <summary>Any element of this name.</summary>
    public static JsonElement? Find(JsonElement scene, string name) =>
        s_kinds.SelectMany(kind => scene.GetProperty(kind).EnumerateArray()).Select(element => (JsonElement?)element).FirstOrDefault(element => element!.Value.GetProperty("name").GetString() == name);

    /// <summary>The places of all named elements, as text to be compared.</summary>
    public static string Places(JsonElement scene) =>
        string.Join('\n', scene.GetProperty("placements").EnumerateArray().Select(place => place.ToString()).Order(StringComparer.Ordinal));

    private async Task<string> IdAsync(string name) =>
        Find(await SceneAsync($"'{name}' is drawn", scene => Has(scene, name)), name)!.Value.GetProperty("id").GetString()!;

    /// <summary>The pixel at its middle, once it stands still.</summary>
    private async Task<(float X, float Y)> AtAsync(string name)
    {
        var id = await IdAsync(name);
        await DrawnAsync();
        await page.WaitForFunctionAsync($$"""
            id => new Promise(still => {
              const where = {{WhereIs}}, before = JSON.stringify(where(id));
              setTimeout(() => still(before !== 'null' && JSON.stringify(where(id)) === before), 120);
            })
            """, id);
        var at = await page.EvaluateAsync<float[]>(WhereIs, id);
        return (at[0], at[1]);
    }
}
