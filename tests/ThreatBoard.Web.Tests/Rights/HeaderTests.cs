using System.Net;
using Microsoft.AspNetCore.Routing;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Tests.Circuits;

namespace ThreatBoard.Web.Tests.Rights;

/// <summary>The headers of every response: each endpoint that is mapped, with and without a cookie, and what is refused or missing.</summary>
[Trait("Matrix", "D9")]
public sealed class HeaderTests(CircuitHost host) : IClassFixture<CircuitHost>
{
    private static readonly string[] s_besides = ["/nowhere", "/models/not-an-id", "/css/tokens.css", "/css/none.css", "/_blazor/negotiate", "/%00", "/error"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_response_has_them_whatever_it_is()
    {
        using var someone = await host.LoggedInAsync();
        using var nobody = host.Stranger();
        foreach (var path in Paths())
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post, HttpMethod.Options, HttpMethod.Head])
                foreach (var client in (HttpClient[])[someone.Http, nobody.Http])
                {
                    using var request = new HttpRequestMessage(method, path);
                    using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
                    // What Kestrel itself refuses never reaches the application.
                    if (answer.StatusCode is HttpStatusCode.BadRequest && path == "/%00") continue;
                    Check(answer, $"{method} {path} ({answer.StatusCode})");
                }
    }

    [Fact]
    public void The_policy_lets_no_script_of_others_and_none_inline_run()
    {
        var policy = SecurityHeaders.ContentSecurityPolicy.Split(';').Select(part => part.Trim().Split(' ')).ToDictionary(part => part[0], part => part[1..], StringComparer.Ordinal);
        Assert.Equal(["'self'"], policy["default-src"]);
        Assert.Equal(["'self'"], policy["script-src"]);
        Assert.Equal(["'none'"], policy["object-src"]);
        Assert.Equal(["'none'"], policy["frame-ancestors"]);
        Assert.Equal(["'self'"], policy["base-uri"]);
        Assert.Equal(["'self'"], policy["form-action"]);
    }

    private IEnumerable<string> Paths() => host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => !endpoint.RoutePattern.RawText!.Contains('*', StringComparison.Ordinal) && endpoint.RoutePattern.Parameters.All(p => p.ParameterPolicies.All(policy => policy.Content == "guid")))
        .Where(endpoint => endpoint.RoutePattern.RawText!.Trim('/') is not "_blazor")
        .Select(endpoint => "/" + System.Text.RegularExpressions.Regex.Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), @"\{[^}]*\}", $"{Guid.Empty}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)))
        .Concat(s_besides).Distinct(StringComparer.Ordinal);

    private static void Check(HttpResponseMessage answer, string which)
    {
        Expect(SecurityHeaders.ContentSecurityPolicy, "Content-Security-Policy");
        Expect("nosniff", "X-Content-Type-Options");
        Expect("same-origin", "Referrer-Policy");
        Expect("same-origin", "Cross-Origin-Opener-Policy");

        void Expect(string value, string header) => Assert.True(
            answer.Headers.TryGetValues(header, out var found) && found.ToArray() is [var only] && only == value, $"{header} of {which} is not as it must be.");
    }
}
