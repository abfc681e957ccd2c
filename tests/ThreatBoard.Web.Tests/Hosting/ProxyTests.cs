using System.Net;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Mail;

namespace ThreatBoard.Web.Tests.Hosting;

[Trait("Matrix", "D25")]
public sealed class ProxyTests(Server server)
{
    private const string Public = "https://board.example";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/login")]
    [InlineData("/setup?token=0")]
    [InlineData("/openapi/v1.json")]
    public async Task A_host_that_nobody_configured_is_refused(string path)
    {
        await using var host = await NewAsync((PublicAddress.Setting, Public));
        foreach (var evil in new[] { "evil.example", "board.example.evil.example", "board.example@evil.example" })
        {
            using var refused = await SendAsync(host, path, ("Host", evil));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using var ours = await SendAsync(host, "/login", ("Host", "board.example"));
        Assert.Equal(HttpStatusCode.OK, ours.StatusCode);
    }

    [Fact]
    public async Task Links_begin_with_the_configured_address_whatever_the_request_says()
    {
        await using var host = await NewAsync((PublicAddress.Setting, Public), (KnownProxies.Setting, "127.0.0.1"));
        Assert.Equal("https://board.example/setup", host.Get<OwnAddress>().LinkTo("/setup").ToString());
        using var answer = await SendAsync(host, "/", ("Host", "board.example"), ("X-Forwarded-Host", "evil.example"));
        Assert.DoesNotContain("evil", answer.Headers.Location?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_stranger_forwards_is_not_believed()
    {
        await using var host = await NewAsync((PublicAddress.Setting, Public));
        using var answer = await SendAsync(host, "/login", ("Host", "board.example"), ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        using var setUp = host.Browser();
        setUp.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        using var made = await setUp.SetUpAsync(await host.LinkAsync(), "Ada", "ada@example.org", ServerHost.Password, Cancel);
        Assert.DoesNotContain("203.0.113.9", await AddressesAsync(host));
    }

    [Fact]
    public async Task A_known_proxy_is_believed_on_address_and_scheme()
    {
        await using var host = await NewAsync((PublicAddress.Setting, Public), (KnownProxies.Setting, "127.0.0.1 10.0.0.0/8"));
        using var answer = await SendAsync(host, "/login", ("Host", "board.example"), ("X-Forwarded-Proto", "https"));
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        using var setUp = host.Browser();
        // The last is what our own proxy saw; what stands before it, whoever sent the request has written.
        setUp.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.1, 203.0.113.9, 10.0.0.7");
        using var made = await setUp.SetUpAsync(await host.LinkAsync(), "Ada", "ada@example.org", ServerHost.Password, Cancel);
        Assert.Contains("203.0.113.9", await AddressesAsync(host));
        Assert.DoesNotContain("198.51.100.1", await AddressesAsync(host));
    }

    [Fact]
    public async Task Under_an_address_with_TLS_cookies_are_of_this_host_and_secure()
    {
        await using var host = await NewAsync((PublicAddress.Setting, Public), (KnownProxies.Setting, "127.0.0.1"));
        using var page = await SendAsync(host, await host.LinkAsync(), ("Host", "board.example"), ("X-Forwarded-Proto", "https"));
        var cookie = Assert.Single(page.Headers.GetValues("Set-Cookie"), value => value.StartsWith("__Host-threatboard-form", StringComparison.Ordinal));
        foreach (var word in new[] { "secure", "httponly", "samesite=strict", "path=/" }) Assert.Contains(word, cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Our_public_origin_passes_at_the_circuit_and_others_do_not()
    {
        await using var host = await NewAsync((PublicAddress.Setting, Public));
        foreach (var (origin, expected) in new[] { (Public, HttpStatusCode.Unauthorized), ("https://evil.example", HttpStatusCode.Forbidden), ("http://board.example:81", HttpStatusCode.Forbidden) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Url, "/_blazor/negotiate"));
            request.Headers.Host = "board.example";
            request.Headers.Add("Origin", origin);
            using var client = new HttpClient();
            using var answer = await client.SendAsync(request, Cancel);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    private async Task<ServerHost> NewAsync(params (string, string)[] settings) => await ServerHost.StartAsync(await server.CreateServerDatabaseAsync(Cancel), settings);

    private static async Task<HttpResponseMessage> SendAsync(ServerHost host, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Url, path));
        request.Headers.Add("Accept", "text/html");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        return await client.SendAsync(request, Cancel);
    }

    private static async Task<IReadOnlyList<string>> AddressesAsync(ServerHost host)
    {
        await using var db = host.Get<IDbContextFactory<ThreatBoardDb>>().CreateDbContext();
        return await db.Database.SqlQuery<string>($"SELECT address AS \"Value\" FROM security_audit UNION SELECT address FROM session").ToListAsync(Cancel);
    }
}
