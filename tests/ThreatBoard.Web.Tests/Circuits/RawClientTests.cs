using System.Reflection;
using System.Text.Json;
using Microsoft.JSInterop;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Web.Features.Assessing;
using ThreatBoard.Web.Features.Diagram;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Together;

namespace ThreatBoard.Web.Tests.Circuits;

[Trait("Matrix", "D2")]
public sealed class RawClientTests(CircuitHost host) : IClassFixture<CircuitHost>
{
    /// <summary>On which page of a model, and how, to reach what the browser may call: whatever else becomes callable fails the test until it stands here.</summary>
    private static readonly Dictionary<Type, (string Page, Func<CircuitClient, long?> Reach)> s_callable = new()
    {
        [typeof(DiagramInterop)] = ("diagram", client => client.Scripts.Diagram.Canvas),
        [typeof(ComparisonInterop)] = ("revisions/0..now/diagram", client => client.Scripts.DotNetObject("mountComparison", 2)),
        [typeof(AssessInterop)] = ("assess", client => Mounted(client, "Features/Assessing/", 1)),
        [typeof(FrameInterop)] = ("diagram", client => Mounted(client, "Layout/MainLayout", 1)),
        [typeof(PresenceInterop)] = ("diagram", client => Mounted(client, "Together/", 0)),
    };

    private static readonly string[] s_hostile =
        ["null", "true", "-1", "1e308", "\"x\"", "\"\\u0000\"", "{}", "[]", "[null]", "[{}]", "{\"kind\":null,\"id\":null}", $"\"{new string('A', 6_000)}\"", $"{new string('[', 60)}{new string(']', 60)}", $"\"{Guid.Empty}\""];

    [Fact]
    public async Task A_form_that_was_open_when_the_role_was_taken_away_writes_nothing_and_is_told_to_the_audit()
    {
        var model = await host.SampleAsync();
        var threat = (await host.ContentAsync(model)).All<Threat>().OrderBy(t => t.Id).First();
        var (person, web) = await host.MemberAsync(model, "Was an editor", Role.Editor);
        await using var client = await CircuitClient.OpenAsync(web, $"/models/{model.ModelId}/threats?open=threat:{threat.Id}", Cancel);
        await client.WaitAsync(page => page.Text.Contains(threat.Title, StringComparison.Ordinal), "the panel");
        await client.EditAsync("Title", "Written by a viewer", beforeSaving: () => host.People.SetRoleAsync(model.WorkspaceId, person, Role.Viewer, Cancel));
        await client.WaitAsync(page => page.Text.Contains("but not change it", StringComparison.Ordinal), "the refusal");
        Assert.Equal(threat.Title, (await host.ContentAsync(model)).Find<Threat>(threat.Id.Value)?.Title);
        Assert.Contains(await DeniedAsync(model), row => row.PersonId == person && row.Detail.Contains("Edit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_of_a_canvas_whose_person_may_only_look_by_now_write_nothing()
    {
        var model = await host.SampleAsync();
        var parts = (await host.ContentAsync(model)).All<Component>().OrderBy(part => part.Id).ToList();
        var (person, web) = await host.MemberAsync(model, "Was an editor too", Role.Editor);
        await using var client = await CircuitClient.OpenDiagramAsync(web, model.ModelId, Cancel);
        var canvas = client.Scripts.Diagram.Canvas!.Value;
        Assert.True((await client.InvokeAsync(canvas, "Renamed", "component", parts[0].Id.ToString(), "allowed")).GetBoolean());
        await host.People.SetRoleAsync(model.WorkspaceId, person, Role.Viewer, Cancel);
        var before = await NumberAsync(model);
        var (one, other) = (parts[0].Id.ToString(), parts[1].Id.ToString());
        var part = new { operation = 1, part = 0, parts = 1, why = "move" };
        Assert.False(await TakenAsync(client, canvas, "Renamed", "component", one, "refused"));
        Assert.False(await TakenAsync(client, canvas, "Connected", one, other));
        Assert.False(await TakenAsync(client, canvas, "MovedInto", "component", one, null));
        Assert.False(await TakenAsync(client, canvas, "Added", "process", 0, 0, null));
        Assert.False(await TakenAsync(client, canvas, "Placed", part, new[] { new { id = one, x = 1, y = 1 } }));
        Assert.False(await TakenAsync(client, canvas, "Removed", part, new[] { new { kind = "component", id = one } }));
        Assert.False(await TakenAsync(client, canvas, "Undone"));
        Assert.False(await TakenAsync(client, canvas, "Redone"));
        Assert.Equal(before, await NumberAsync(model));
        Assert.Contains(await DeniedAsync(model), row => row.PersonId == person);
    }

    [Fact]
    public async Task Whatever_the_browser_may_call_takes_hostile_arguments_without_writing_or_hurting_others()
    {
        var model = await host.SampleAsync();
        var (_, web) = await host.MemberAsync(model, "Sends anything", Role.Editor);
        var (_, peaceful) = await host.MemberAsync(model, "Looks on", Role.Viewer);
        await using var other = await CircuitClient.OpenDiagramAsync(peaceful, model.ModelId, Cancel);
        var before = await NumberAsync(model);
        foreach (var methods in Callable().GroupBy(method => method.DeclaringType!))
        {
            var (page, reach) = Assert.Contains(methods.Key, s_callable);
            var client = await ReachedAsync(web, $"/models/{model.ModelId}/{page}", reach);
            foreach (var method in methods)
            {
                foreach (var arguments in Hostile(method.GetParameters().Length))
                {
                    if (!client.IsOpen) client = await ReachedAsync(web, $"/models/{model.ModelId}/{page}", reach);
                    await ProvokeAsync(() => client.InvokeAsync(null, reach(client)!.Value, method.Name, arguments));
                }
            }

            await client.DisposeAsync();
        }

        Assert.Equal(before, await NumberAsync(model));
        Assert.True(other.IsOpen, other.Error);
        Assert.True((await other.InvokeAsync(other.Scripts.Diagram.Canvas!.Value, "Selected", [Array.Empty<object>()])).GetBoolean());
    }

    [Fact]
    public async Task What_is_typed_over_an_element_that_the_diagram_does_not_have_is_not_kept()
    {
        var model = await host.SampleAsync();
        var part = (await host.ContentAsync(model)).All<Component>().First();
        var (_, web) = await host.MemberAsync(model, "Makes ids up", Role.Editor);
        await using var client = await CircuitClient.OpenDiagramAsync(web, model.ModelId, Cancel);
        var canvas = client.Scripts.Diagram.Canvas!.Value;
        Assert.True(await TakenAsync(client, canvas, "Typed", "component", part.Id.ToString(), "half a na", part.Name));
        Assert.False(await TakenAsync(client, canvas, "Typed", "component", Guid.CreateVersion7().ToString(), "half a na", part.Name));
    }

    [Theory]
    [InlineData("an event of a handler that is not rendered")]
    [InlineData("an object that was never handed over")]
    [InlineData("a method of the assembly")]
    [InlineData("a method that is not callable")]
    [InlineData("a message of 40 KB")]
    [InlineData("a second circuit on the connection")]
    [InlineData("a component that no page gave")]
    [InlineData("an acknowledgement of what was never sent")]
    public async Task A_message_that_no_browser_would_send_ends_at_most_its_own_circuit(string what)
    {
        var model = await host.SampleAsync();
        var (_, web) = await host.MemberAsync(model, "Sends anything", Role.Editor);
        await using var other = await CircuitClient.OpenAsync(web, "/models", Cancel);
        await other.WaitAsync(page => page.Elements("h1").Any(), "the models");
        await using var client = await CircuitClient.OpenDiagramAsync(web, model.ModelId, Cancel);
        var before = await NumberAsync(model);
        await ProvokeAsync(() => SendAsync(client, what));
        Assert.Equal(before, await NumberAsync(model));
        Assert.True(other.IsOpen, other.Error);
        await other.ClickAsync(page => page.Button("Keyboard shortcuts"), "the button for shortcuts");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What .NET handed to the script of a part of the page; null before it has.</summary>
    private static long? Mounted(CircuitClient client, string script, int argument) =>
        client.Scripts.Calls.FirstOrDefault(call => call.Name == "mount" && call.Target.Contains(script, StringComparison.Ordinal))?.DotNetObject(argument);

    private static async Task<CircuitClient> ReachedAsync(BrowserHttp web, string page, Func<CircuitClient, long?> reach)
    {
        var client = await CircuitClient.OpenAsync(web, page, Cancel);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var start = TimeProvider.System.GetTimestamp();
        while (reach(client) is null)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < CircuitClient.Limit, $"{page} hands nothing to its script.");
            await timer.WaitForNextTickAsync(Cancel);
        }

        return client;
    }

    private static IEnumerable<MethodInfo> Callable() => typeof(App).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
        .Where(method => method.IsDefined(typeof(JSInvokableAttribute), inherit: true) && method.DeclaringType == method.ReflectedType);

    private static IEnumerable<string?> Hostile(int parameters) =>
        new string?[] { null, "", "nothing", "null", "{}", $"[{string.Join(',', Enumerable.Repeat("1", parameters + 1))}]" }
            .Concat(s_hostile.Where(_ => parameters > 0).Select(value => $"[{string.Join(',', Enumerable.Repeat(value, parameters))}]"));

    /// <summary>Refused or not, as long as the server says something or hangs up.</summary>
    private static async Task ProvokeAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception refused) when (refused is CallFailedException or CircuitEndedException or System.Net.WebSockets.WebSocketException)
        {
            // What it may do is looked at by the test.
        }
    }

    /// <summary>Whether a call was taken; once the page has heard of the lost right, the canvas it was made to is gone.</summary>
    private static async Task<bool> TakenAsync(CircuitClient client, long canvas, string method, params object?[] arguments)
    {
        try
        {
            return (await client.InvokeAsync(canvas, method, arguments)).ValueKind is not JsonValueKind.Null and not JsonValueKind.False;
        }
        catch (CallFailedException)
        {
            return false;
        }
    }

    private static Task SendAsync(CircuitClient client, string what) => what switch
    {
        "an event of a handler that is not rendered" => client.DispatchAsync(handler: 987_654, component: 1, "click", new { type = "click" }),
        "an object that was never handed over" => client.InvokeAsync(null, 987_654, "Renamed", "[]"),
        "a method of the assembly" => client.InvokeAsync("ThreatBoard.Web", 0, "Renamed", "[]"),
        "a method that is not callable" => client.InvokeAsync(client.Scripts.Diagram.Canvas!.Value, "ApplyAsync", new object?[] { null }),
        "a message of 40 KB" => client.InvokeAsync(client.Scripts.Diagram.Canvas!.Value, "Renamed", "component", Guid.Empty.ToString(), new string('A', 40_000)),
        "a second circuit on the connection" => client.AskAsync("StartCircuit", "http://127.0.0.1/", "http://127.0.0.1/", "[]", ""),
        "a component that no page gave" => client.AskAsync("UpdateRootComponents", """{"batchId":2,"operations":[{"type":"add","ssrComponentId":9,"marker":{"type":"server","descriptor":"AAAA","sequence":0}}]}""", ""),
        _ => client.AskAsync("OnRenderCompleted", 987_654, null),
    };

    private async Task<long> NumberAsync(ModelAccess model) => (await host.Get<LiveModels>().ReadAsync(model, Cancel)).Number;

    private async Task<IReadOnlyList<AuditRow>> DeniedAsync(ModelAccess model)
    {
        var owner = await host.Get<Access>().ForWorkspaceAsync(Caller.OfProcess(Data.Database.LocalPerson), model.WorkspaceId, Right.Administer, Cancel);
        return await host.Get<SecurityAudit>().ListAsync(owner!, new AuditFilter(AuditKind.Denied), Cancel);
    }
}
