using System.Net;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Tests.Hosting;

public sealed class SecurityTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/login")]
    [InlineData("GET", "/nowhere")]
    [InlineData("GET", "/error")]
    [InlineData("GET", "/css/tokens.css")]
    [InlineData("GET", "/health/live")]
    [InlineData("POST", "/login/confirm")]
    [InlineData("POST", "/_blazor/negotiate")]
    public async Task Every_response_carries_the_security_headers(string method, string path)
    {
        using var response = await host.Client().SendAsync(new(new HttpMethod(method), path), TestContext.Current.CancellationToken);
        AssertHeaders(response);
    }

    [Fact]
    public async Task A_refused_host_gets_the_headers_too()
    {
        using var response = await SendAsync("GET", "/", request => request.Headers.Host = "evil.example");
        AssertHeaders(response);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/login")]
    [InlineData("/css/tokens.css")]
    [InlineData("/_blazor/negotiate")]
    public async Task A_foreign_host_is_refused_everywhere(string path)
    {
        using var response = await SendAsync("GET", path, request => request.Headers.Host = "evil.example");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task A_foreign_origin_is_refused_at_the_circuit(string origin)
    {
        using var response = await SendAsync("POST", "/_blazor/negotiate", request => request.Headers.Add("Origin", origin));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Our_own_origin_passes()
    {
        using var response = await SendAsync("POST", "/_blazor/negotiate", request => request.Headers.Add("Origin", host.Url.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/account")]
    [InlineData("/models")]
    [InlineData("/nowhere")]
    public async Task A_page_without_the_cookie_leads_to_the_login(string path)
    {
        using var response = await SendAsync("GET", path, _ => { });
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(path == "/" ? "/login" : $"/login?returnUrl={Uri.EscapeDataString(path)}", response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/login")]
    public async Task Health_and_login_need_no_cookie(string path)
    {
        using var response = await SendAsync("GET", path, _ => { });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Pages_are_stored_nowhere()
    {
        using var response = await SendAsync("GET", "/login", _ => { });
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    private static void AssertHeaders(HttpResponseMessage response)
    {
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Single(response.Headers.GetValues("Permissions-Policy"));
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, Action<HttpRequestMessage> change)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        change(request);
        return await host.Client().SendAsync(request, TestContext.Current.CancellationToken);
    }
}
