using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Web.Tests.Circuits;

namespace ThreatBoard.Web.Tests.Rights;

/// <summary>Every page and endpoint × nobody, every role, and members of other workspaces; what is new and not in the list fails.</summary>
[Trait("Matrix", "D1")]
public sealed class AddressMatrixTests(CircuitHost host) : IClassFixture<CircuitHost>
{
    private static readonly string[] s_nothing = ["There is no such", "No change set waits here", "There is no security audit here for you", "This page is for administrators"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IEnumerable<string> Routed => typeof(App).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template);

    private static TheoryData<string> PagesOf(Opens opens) => [.. Addresses.Pages.Where(page => page.Value == opens).Select(page => page.Key)];

    public static TheoryData<string> ModelPages => PagesOf(Opens.ToReaders);

    public static TheoryData<string> WorkspacePages => PagesOf(Opens.ToMembers);

    public static TheoryData<string> AdministratorPages => PagesOf(Opens.ToAdministrators);

    [Fact]
    public void Every_page_is_in_the_list() => Same(Routed, Addresses.Pages.Keys);

    [Fact]
    public void Every_endpoint_is_in_the_list() => Same(Mapped(), Addresses.Endpoints.Keys);

    [Fact]
    public async Task Nobody_who_is_not_signed_in_gets_past_the_door()
    {
        using var stranger = host.Stranger();
        foreach (var page in Addresses.Pages.Where(page => page.Value is not Opens.ToEveryone))
        {
            using var answer = await stranger.Http.GetAsync(Filled(page.Key, Guid.CreateVersion7()), Cancel);
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location?.ToString().StartsWith("/login", StringComparison.Ordinal) == true, $"{page.Key} answered {answer.StatusCode}");
        }

        foreach (var (endpoint, _) in Addresses.Endpoints.Where(endpoint => endpoint.Value is not Opens.ToEveryone))
        {
            using var request = new HttpRequestMessage(new(endpoint.Split(' ')[0]), Filled(endpoint.Split(' ')[1], Guid.CreateVersion7()));
            using var answer = await stranger.Http.SendAsync(request, Cancel);
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized, $"{endpoint} answered {answer.StatusCode}");
        }
    }

    [Theory]
    [MemberData(nameof(ModelPages))]
    public async Task A_model_of_others_looks_like_one_that_is_not_there(string page)
    {
        var model = await host.SampleAsync();
        var name = "The name that nobody else may see";
        await host.Get<Data.WorkspaceModels>().RenameAsync(model, name, Cancel);
        using var web = await host.OutsiderAsync();
        var missing = await SeenAsync(web, Filled(page, Guid.CreateVersion7()));
        var foreign = await SeenAsync(web, Filled(page, model.ModelId));
        Assert.Equal(missing, foreign);
        Assert.DoesNotContain(name, foreign, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ModelPages))]
    public async Task Every_role_may_read_what_its_workspace_has(string page)
    {
        var model = await host.SampleAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            var (_, web) = await host.MemberAsync(model, $"A {role}", role);
            using var mine = web;
            await using var client = await CircuitClient.OpenAsync(mine, Filled(page, model.ModelId), Cancel);
            await client.WaitAsync(seen => seen.Elements("h1").Any() || seen.Elements("h2").Any() || SaysNothing(seen), $"{page} as {role}");
            Assert.True(client.IsOpen, $"{page} ended the circuit of a {role}: {client.Error}");
        }
    }

    [Theory]
    [MemberData(nameof(WorkspacePages))]
    public async Task A_workspace_of_others_looks_like_one_that_is_not_there(string page)
    {
        var model = await host.SampleAsync();
        using var web = await host.OutsiderAsync();
        Assert.Equal(await SeenAsync(web, Filled(page, Guid.CreateVersion7())), await SeenAsync(web, Filled(page, model.WorkspaceId)));
    }

    [Theory]
    [MemberData(nameof(AdministratorPages))]
    public async Task No_role_in_a_workspace_opens_what_administrators_have(string page)
    {
        var model = await host.SampleAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            var (_, web) = await host.MemberAsync(model, $"A {role}", role);
            using var mine = web;
            await SeenAsync(mine, page);
            foreach (var (endpoint, _) in Addresses.Endpoints.Where(endpoint => endpoint.Value is Opens.ToAdministrators))
            {
                using var answer = await mine.Http.GetAsync(endpoint.Split(' ')[1], Cancel);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Downloads_of_others_answer_as_if_they_were_not_there()
    {
        var model = await host.SampleAsync();
        using var web = await host.OutsiderAsync();
        foreach (var (endpoint, _) in Addresses.Endpoints.Where(endpoint => endpoint.Value is Opens.ToReaders))
        {
            using var missing = await web.Http.GetAsync(Filled(endpoint.Split(' ')[1], Guid.CreateVersion7()), Cancel);
            using var foreign = await web.Http.GetAsync(Filled(endpoint.Split(' ')[1], model.ModelId), Cancel);
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
            Assert.Equal(Untold(await missing.Content.ReadAsStringAsync(Cancel)), Untold(await foreign.Content.ReadAsStringAsync(Cancel)));
        }
    }

    private static bool SaysNothing(PageTree page) => s_nothing.Any(words => page.Text.Contains(words, StringComparison.Ordinal));

    // Title and person come in batches of their own, before the page or after it.
    private static bool IsComplete(PageTree page) =>
        SaysNothing(page) && page.Elements("title").Any(title => title.InnerText.Length > 0) && page.Text.Contains(", your menu", StringComparison.Ordinal);

    /// <summary>The page's text once it says that there is nothing; the window's title, which comes with a later batch, is part of it.</summary>
    private static async Task<string> SeenAsync(BrowserHttp web, string path)
    {
        await using var client = await CircuitClient.OpenAsync(web, path, Cancel);
        await client.WaitAsync(IsComplete, $"that there is nothing at {path}");
        return client.Read(page => page.Text);
    }

    private IEnumerable<string> Mapped() =>
        from endpoint in host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        where !IsOfTheFramework(endpoint.RoutePattern.RawText!)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}";

    /// <summary>What Blazor maps for itself beside the circuit: its scripts, and refusals of what has no page.</summary>
    private static bool IsOfTheFramework(string route) =>
        route.Contains("_framework/", StringComparison.Ordinal) || route.Trim('/') is "_blazor/disconnect" or "_blazor/initializers" || route.Contains("{*", StringComparison.Ordinal);

    private static string Filled(string route, Guid id) => System.Text.RegularExpressions.Regex.Replace(
        route, @"\{(?<name>[^}:]+)[^}]*\}", part => part.Groups["name"].Value is "Range" or "range" ? "1..now" : part.Groups["name"].Value is "Number" or "number" ? "1" : part.Groups["name"].Value is "documentName" ? "v1" : $"{id}",
        System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>Without the circuit's markers, which differ from one answer to the next.</summary>
    private static string Untold(string page) => System.Text.RegularExpressions.Regex.Replace(
        page, "<!--Blazor.*?-->", "", System.Text.RegularExpressions.RegexOptions.Singleline, TimeSpan.FromSeconds(1));

    private static void Same(IEnumerable<string> found, IEnumerable<string> listed)
    {
        var (all, known) = (found.ToHashSet(StringComparer.Ordinal), listed.ToHashSet(StringComparer.Ordinal));
        Assert.True(all.IsSubsetOf(known), $"Not in the list: {string.Join(", ", all.Except(known, StringComparer.Ordinal))}");
        Assert.True(known.IsSubsetOf(all), $"In the list, and not there: {string.Join(", ", known.Except(all, StringComparer.Ordinal))}");
    }
}
