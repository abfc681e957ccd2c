using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Routing;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Web.Tests.Circuits;

namespace ThreatBoard.Web.Tests.Rights;

/// <summary>Another site's page in the browser of somebody who is signed in here changes nothing.</summary>
[Trait("Matrix", "D18")]
public sealed class ForeignSiteTests(CircuitHost host) : IClassFixture<CircuitHost>
{
    private const string Evil = "https://evil.example";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_address_that_changes_something_answers_to_GET()
    {
        using var web = await host.LoggedInAsync();
        foreach (var route in Changing().Except(Readable(), StringComparer.Ordinal))
        {
            using var answer = await web.Http.GetAsync(route, Cancel);
            Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound]);
        }
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused_and_nobody_is_signed_out()
    {
        using var web = await host.LoggedInAsync();
        foreach (var route in Changing())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, route) { Content = new FormUrlEncodedContent([new("from", "elsewhere")]) };
            request.Headers.Add("Origin", Evil);
            using var answer = await web.Http.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var home = await web.Http.GetAsync("/", Cancel);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_or_with_anothers_is_refused()
    {
        using var web = await host.LoggedInAsync();
        using var other = await host.LoggedInAsync();
        var anothers = BrowserHttp.Antiforgery(await other.PageAsync("/logout", Cancel));
        foreach (var route in Changing().Where(route => !route.StartsWith("/api/", StringComparison.Ordinal) && !route.StartsWith("/_blazor", StringComparison.Ordinal)))
            foreach (var fields in (IEnumerable<KeyValuePair<string, string>>[])[[], [new("__RequestVerificationToken", anothers)], [new("__RequestVerificationToken", "x")]])
            {
                using var answer = await web.Http.PostAsync(route, new FormUrlEncodedContent(fields), Cancel);
                Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, $"{route} answered {answer.StatusCode}");
            }

        using var home = await web.Http.GetAsync("/", Cancel);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
    }

    [Fact]
    public async Task A_cookie_does_not_open_the_API()
    {
        using var web = await host.LoggedInAsync();
        var model = await host.SampleAsync();
        using var answer = await web.Http.PostAsync($"/api/v1/models/{model.ModelId}/imports?source=a&cluster=b", new StringContent("kind: Pod"), Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(Evil)]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://localhost.evil.example")]
    public async Task Another_sites_socket_gets_no_circuit(string origin)
    {
        using var web = await host.LoggedInAsync();
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = web.Cookies;
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new UriBuilder(host.Url) { Scheme = "ws", Path = "/_blazor" }.Uri, Cancel));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    /// <summary>Addresses of every endpoint that takes something else than GET, with ids filled in.</summary>
    private IEnumerable<string> Changing() => Routes(methods => methods.Any(method => method is not "GET" and not "HEAD"));

    private IEnumerable<string> Readable() => Routes(methods => methods.Contains("GET"));

    private IEnumerable<string> Routes(Func<IReadOnlyList<string>, bool> with) =>
        (from endpoint in host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
         where endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { } methods && with(methods.HttpMethods)
         where endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is null
         where !endpoint.RoutePattern.RawText!.Contains('*', StringComparison.Ordinal)
         select "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{id:guid}", $"{Guid.Empty}", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);
}
