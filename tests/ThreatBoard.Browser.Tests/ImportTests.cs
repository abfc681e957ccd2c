using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ThreatBoard.Browser.Tests.Drawing;
using ThreatBoard.Browser.Tests.Running;
using ThreatBoard.Testing;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests;

/// <summary>The ways in which manifests come into a model.</summary>
public sealed partial class ImportTests(LoggedIn suite)
{
    private static readonly LocatorAssertionsToBeVisibleOptions s_patient = new() { Timeout = 30_000 };

    [Fact]
    public async Task A_zip_of_a_folder_several_files_json_and_pasted_text_are_read_together()
    {
        await using var watched = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(watched, "Read together");
        await BeginAsync(sheet, "shop", "one");
        await ChooseAsync(sheet,
            new("folder.zip", Zipped(("manifests/base/zipped.yaml", Workload("zipped")), ("manifests/README.md", "no manifest"))),
            new("first.yaml", Workload("first")), new("second.yml", Workload("second")),
            new("third.json", """{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "third", "namespace": "shop"}, "spec": {"containers": [{"name": "third", "image": "nginx:1"}]}}"""));
        await sheet.Page.GetByLabel("Or paste them").FillAsync(Workload("pasted"));
        await TakeAsync(sheet);

        await sheet.Canvas.OpenAsync();
        string[] names = ["zipped", "first", "second", "third", "pasted"];
        await sheet.Canvas.SceneAsync("all read", scene => names.All(name => scene.GetProperty("components").EnumerateArray().Any(component => component.GetProperty("name").GetString() == name)));
    }

    [Fact]
    public async Task Files_are_read_without_anything_pasted()
    {
        await using var watched = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(watched, "Files alone");
        await BeginAsync(sheet, "shop", "one");
        await ChooseAsync(sheet, new Chosen("alone.yaml", Workload("alone")));
        await TakeAsync(sheet);
    }

    [Fact]
    public async Task Variants_and_a_missing_namespace_are_asked_for_and_every_component_leads_to_its_line()
    {
        await using var watched = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(watched, "Variants");
        await BeginAsync(sheet, "shop", "one");
        var bare = Workload("web").Replace(", namespace: shop", "", StringComparison.Ordinal);
        await ChooseAsync(sheet, new("one.yaml", bare), new Chosen("two.yaml", $"# the other\n{bare.Replace("nginx:1", "nginx:2", StringComparison.Ordinal)}"));
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Read, and show what would change" }).ClickAsync();
        var asked = sheet.Page.GetByRole(AriaRole.Region, new() { Name = "Which file counts" });
        await Expect(asked.GetByRole(AriaRole.Radio, new() { Name = "two.yaml" })).ToBeCheckedAsync(new() { Timeout = 30_000 });
        await Expect(sheet.Page.Locator(".after")).ToBeFocusedAsync();
        await asked.GetByRole(AriaRole.Radio, new() { Name = "one.yaml" }).CheckAsync();
        var space = sheet.Page.GetByLabel("Namespace of objects that name none");
        await Expect(space).ToHaveValueAsync("default");
        await space.FillAsync("team");
        await sheet.Page.GetByRole(AriaRole.Button, new() { NameRegex = GoOn() }).ClickAsync();
        await sheet.Page.ArriveAtAsync("**/changes", 30_000);
        var source = new Uri(sheet.Page.Url).Segments[4].TrimEnd('/');
        await sheet.Page.GetByRole(AriaRole.Button, new() { NameRegex = Take() }).ClickAsync();
        await Expect(sheet.Page.GetByText("changes taken")).ToBeVisibleAsync(s_patient);

        await sheet.GoToAsync($"import?source={source}");
        await Expect(space).ToHaveValueAsync("team", new() { Timeout = 30_000 });

        await sheet.Canvas.OpenAsync();
        var scene = await sheet.Canvas.SceneAsync("read", found => Canvas.Has(found, "web"));
        var web = scene.GetProperty("components").EnumerateArray().Single(component => component.GetProperty("name").GetString() == "web").GetProperty("id").GetString();
        await sheet.GoToAsync($"inventory?open=component:{web}");
        var origin = sheet.Page.GetByText("Origin: one.yaml, document 1, line 4");
        await Expect(origin).ToBeVisibleAsync(s_patient);
        await origin.ClickAsync();
        await Expect(sheet.Page.GetByLabel("What stands there").First).ToContainTextAsync("image: nginx:1");
        await Expect(sheet.Page.GetByText("Pod/team/web#container/web")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Files_of_one_name_are_told_to_have_replaced_each_other_and_all_can_be_left_out()
    {
        await using var watched = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(watched, "One name");
        await BeginAsync(sheet, "shop", "one");
        await ChooseAsync(sheet, new("web.yaml", Workload("web")), new Chosen("api.yaml", Workload("api")));
        await Expect(sheet.Page.GetByText("2 files, 1 kB")).ToBeVisibleAsync(s_patient);
        await sheet.Page.Locator("#import-files").SetInputFilesAsync(new FilePayload { Name = "web.yaml", MimeType = "text/yaml", Buffer = Encoding.UTF8.GetBytes(Workload("other")) });
        await Expect(sheet.Page.GetByText("web.yaml took the place of what was chosen under the same name.")).ToBeVisibleAsync(s_patient);
        await Expect(sheet.Page.GetByText("2 files, 1 kB")).ToBeVisibleAsync();
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Leave out all" }).ClickAsync();
        await Expect(sheet.Page.GetByLabel("Chosen files")).ToHaveCountAsync(0);
        await Expect(sheet.Page.GetByText("took the place")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_services_in_two_clusters_share_a_model_and_reading_one_again_removes_only_its_own()
    {
        await using var watched = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(watched, "Two and two");
        foreach (var (service, cluster) in new[] { ("shop", "east"), ("shop", "west"), ("bank", "east") })
        {
            await BeginAsync(sheet, service, cluster);
            await sheet.Page.GetByLabel("Or paste them").FillAsync($"{Workload($"{service}-web-{cluster}", service)}---\n{Workload($"{service}-old-{cluster}", service)}");
            await TakeAsync(sheet);
        }

        await BeginAsync(sheet, "shop", "east");
        await sheet.Page.GetByLabel("Or paste them").FillAsync(Workload("shop-web-east"));
        await ReadAsync(sheet);
        var removed = await sheet.Page.GetByRole(AriaRole.Checkbox, new() { NameRegex = Removal() }).EvaluateAllAsync<string[]>("all => all.map(box => box.getAttribute('aria-label'))");
        Assert.NotEmpty(removed);
        Assert.All(removed, name => Assert.Contains("shop-old-east", name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_waiting_change_set_says_that_the_model_moved_and_can_be_discarded()
    {
        await using var watched = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(watched, "Moved meanwhile");
        await BeginAsync(sheet, "shop", "one");
        await sheet.Page.GetByLabel("Or paste them").FillAsync(Workload("web"));
        await ReadAsync(sheet);
        var changes = new Uri(sheet.Page.Url).PathAndQuery;
        await sheet.ShowAsync("component");
        await sheet.AddAsync("drawn meanwhile");

        await watched.GoToAsync(changes);
        await Expect(sheet.Page.GetByText("The model has changed since this was shown last.")).ToBeVisibleAsync(s_patient);
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Discard…" }).ClickAsync();
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Discard the change set" }).ClickAsync();
        await watched.GoToAsync(changes);
        await Expect(sheet.Page.GetByText("No change set waits here")).ToBeVisibleAsync(s_patient);
        await sheet.Canvas.OpenAsync();
        Assert.False(Canvas.Has(await sheet.Canvas.SceneAsync("hand drawn", scene => Canvas.Has(scene, "drawn meanwhile")), "web"));
    }

    [Fact]
    public async Task No_page_and_no_output_shows_a_credential_of_an_import()
    {
        await using var watched = await suite.OpenAsync();
        var sheet = await Sheet.MakeAsync(watched, "Canaries");
        await BeginAsync(sheet, "shop", "one");
        await sheet.Page.GetByLabel("Or paste them").FillAsync(Canaries.Text);
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Read, and show what would change" }).ClickAsync();
        await sheet.Page.GetByRole(AriaRole.Button, new() { NameRegex = GoOn() }).ClickAsync(new() { Timeout = 30_000 });
        await sheet.Page.ArriveAtAsync("**/changes");
        await Expect(sheet.Page.GetByRole(AriaRole.Button, new() { NameRegex = Take() })).ToBeVisibleAsync(s_patient);
        await AssertCleanAsync(sheet.Page);
        await sheet.Page.GetByRole(AriaRole.Button, new() { NameRegex = Take() }).ClickAsync();
        await Expect(sheet.Page.GetByText("changes taken")).ToBeVisibleAsync(s_patient);
        foreach (var page in new[] { "threats", "inventory?show=flow", "inventory", "sources", "diagram" })
        {
            await sheet.GoToAsync(page);
            await Expect(sheet.Page.Locator(".tb-loading:visible")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
            await AssertCleanAsync(sheet.Page);
        }

        Assert.Empty(Canaries.In(Encoding.UTF8.GetBytes((await sheet.Canvas.SceneAsync("drawn", scene => Canvas.Has(scene, Canaries.Visible))).ToString())));
        Assert.Empty(Canaries.In(Encoding.UTF8.GetBytes(suite.App.Output)));
    }

    /// <summary>Also of a text area only what is in the document: its own words go to the server and nowhere else.</summary>
    private static async Task AssertCleanAsync(IPage page) => Assert.Empty(Canaries.In(Encoding.UTF8.GetBytes(await page.ContentAsync())));

    private static async Task BeginAsync(Sheet sheet, string source, string cluster)
    {
        await sheet.GoToAsync("import");
        await sheet.Page.GetByLabel("Source (a repository or service)").FillAsync(source);
        await sheet.Page.GetByLabel("Cluster").FillAsync(cluster);
    }

    private static async Task ChooseAsync(Sheet sheet, params Chosen[] files)
    {
        await sheet.Page.Locator("#import-files").SetInputFilesAsync(files.Select(file => new FilePayload { Name = file.Name, MimeType = "application/octet-stream", Buffer = file.Bytes }));
        await Expect(sheet.Page.GetByRole(AriaRole.List, new() { Name = "Chosen files" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(files.Length);
    }

    private static async Task ReadAsync(Sheet sheet)
    {
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "Read, and show what would change" }).ClickAsync();
        await sheet.Page.ArriveAtAsync("**/changes", 30_000);
        await Expect(sheet.Page.GetByRole(AriaRole.Button, new() { NameRegex = Take() })).ToBeVisibleAsync(s_patient);
    }

    private static async Task TakeAsync(Sheet sheet)
    {
        await ReadAsync(sheet);
        await sheet.Page.GetByRole(AriaRole.Button, new() { NameRegex = Take() }).ClickAsync();
        await Expect(sheet.Page.GetByText("changes taken")).ToBeVisibleAsync(s_patient);
    }

    private static string Workload(string name, string space = "shop") =>
        $"apiVersion: v1\nkind: Pod\nmetadata: {{name: {name}, namespace: {space}}}\nspec: {{containers: [{{name: {name}, image: 'nginx:1'}}]}}\n";

    private static byte[] Zipped(params (string Path, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    private sealed record Chosen(string Name, byte[] Bytes)
    {
        public Chosen(string name, string text)
            : this(name, Encoding.UTF8.GetBytes(text))
        {
        }
    }

    [GeneratedRegex(@"^Take \d+ changes?$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Take();

    [GeneratedRegex("^Take removed ", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Removal();

    [GeneratedRegex("^Go on with the", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex GoOn();
}
