using System.Net;
using System.Text.RegularExpressions;
using ThreatBoard.Web.Tests.Hosting;

namespace ThreatBoard.Web.Tests.Account;

public sealed partial class LoginTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Opening_the_link_shows_a_button_and_does_not_log_in()
    {
        var token = host.Links.Issue();
        using var client = host.Client();
        for (var i = 0; i < 2; i++)
        {
            using var page = await client.GetAsync($"/login?token={token}", Cancel);
            Assert.Contains("method=\"post\"", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        using var home = await client.GetAsync("/", Cancel);
        Assert.Equal(HttpStatusCode.Redirect, home.StatusCode);
    }

    [Fact]
    public async Task The_button_logs_in_once_with_a_strict_cookie_named_after_the_port()
    {
        var token = host.Links.Issue();
        using var client = host.Client();
        using var first = await PressAsync(client, token);
        Assert.Equal("/", first.Headers.Location?.ToString());
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"), value => value.StartsWith($"threatboard-person-{host.Url.Port}=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        using var home = await client.GetAsync("/", Cancel);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
    }

    [Fact]
    public async Task A_used_link_says_so_and_how_to_get_another()
    {
        var token = host.Links.Issue();
        using var client = host.Client();
        var form = await FormAsync(client, token);
        using var first = await client.PostAsync("/login/confirm", form(), Cancel);
        using var second = await host.Client().GetAsync($"/login?token={token}", Cancel);
        var text = await second.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("used already", text, StringComparison.Ordinal);
        Assert.Contains("scripts/run --link", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_forms_antiforgery_token_nothing_is_accepted()
    {
        var token = host.Links.Issue();
        using var refused = await host.Client().PostAsync("/login/confirm", new FormUrlEncodedContent([new("token", token)]), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var later = await PressAsync(host.Client(), token);
        Assert.Equal("/", later.Headers.Location?.ToString());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<HttpResponseMessage> PressAsync(HttpClient client, string token)
    {
        var form = await FormAsync(client, token);
        return await client.PostAsync("/login/confirm", form(), Cancel);
    }

    private static async Task<Func<FormUrlEncodedContent>> FormAsync(HttpClient client, string token)
    {
        var page = await client.GetStringAsync($"/login?token={token}", Cancel);
        var antiforgery = Antiforgery().Match(page).Groups["value"].Value;
        return () => new([new("token", token), new("__RequestVerificationToken", antiforgery)]);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Antiforgery();
}
