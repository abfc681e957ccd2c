using System.Net;
using System.Text.RegularExpressions;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Testing.Running;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Tests.Account;

public sealed partial class PasswordSignInTests(TeamHost host) : IClassFixture<TeamHost>
{
    /// <summary>Of one address in a minute, as docs/security.md says.</summary>
    private const int MostTries = 30;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> EvilAddresses => new(
        "//evil", "/\\\\evil", "/\\evil", "https:evil", "https://evil.example", "%2f%2fevil", "/%2fevil", "/%5cevil", "/%255cevil", "/a//../\\\\evil", "/a//evil",
        "javascript:alert(1)", "\t//evil", "/\t/evil", "/\n/evil", "evil", "\\\\evil", " //evil");

    [Theory]
    [Trait("Matrix", "D17")]
    [MemberData(nameof(EvilAddresses))]
    public void Only_a_path_of_ours_is_gone_on_to(string asked) => Assert.Equal("/", ReturnAddress.Local(asked));

    [Theory]
    [Trait("Matrix", "D17")]
    [InlineData("/models?filter=a//b")]
    [InlineData("/models/0199c5a0-0000-7000-8000-000000000000/threats?open=threat&q=50%25")]
    public void A_path_of_ours_is(string asked) => Assert.Equal(asked, ReturnAddress.Local(asked));

    [Fact]
    [Trait("Matrix", "D17")]
    public async Task Password_second_factor_and_logout_lead_nowhere_else()
    {
        var (person, email) = await host.AddAsync("Traveller");
        foreach (var evil in new[] { "//evil", "/\\evil", "https:evil", "%2f%2fevil", "/a//../\\evil", "javascript:alert(1)" })
        {
            using var client = host.Client();
            using var signedIn = await TeamHost.SignInAsync(client, email, returnUrl: evil);
            Assert.Equal("/", signedIn.Headers.Location?.ToString());
            using var left = await TeamApp.PostAsync(client, "/logout", $"/logout/confirm?returnUrl={Uri.EscapeDataString(evil)}", new() { ["returnUrl"] = evil }, Cancel);
            Assert.Equal("/login?problem=left", left.Headers.Location?.ToString());
        }

        using var half = host.Client();
        await host.ExecuteAsync("UPDATE account SET two_factor_enabled = true WHERE id = $1", person);
        using var asked = await TeamHost.SignInAsync(half, email, returnUrl: "//evil");
        Assert.Equal("/login/second", asked.Headers.Location?.ToString());
        using var wrong = await TeamApp.PostAsync(half, "/login/second?returnUrl=//evil", "/login/code", new() { ["code"] = "000000", ["returnUrl"] = "//evil" }, Cancel);
        Assert.Equal("/login/second?problem=refused", wrong.Headers.Location?.ToString());
        using var home = await half.GetAsync("/", Cancel);
        Assert.Equal(HttpStatusCode.Redirect, home.StatusCode);
    }

    [Fact]
    public async Task One_comes_to_the_page_that_was_asked_for()
    {
        var (_, email) = await host.AddAsync("Reader");
        using var client = host.Client();
        using var first = await client.GetAsync("/models?filter=shop", Cancel);
        Assert.Equal("/login?returnUrl=%2Fmodels%3Ffilter%3Dshop", first.Headers.Location?.ToString());
        using var signedIn = await TeamHost.SignInAsync(client, email, returnUrl: "/models?filter=shop");
        Assert.Equal("/models?filter=shop", signedIn.Headers.Location?.ToString());
        using var page = await client.GetAsync("/models?filter=shop", Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    [Trait("Matrix", "D6")]
    public async Task One_address_tries_thirty_times_a_minute_and_then_is_told_to_wait()
    {
        var (_, email) = await host.AddAsync("Office");
        var statuses = new List<HttpStatusCode>();
        using var client = host.Client("192.0.2.7");
        for (var i = 0; i <= MostTries; i++)
        {
            using var answer = await TeamHost.SignInAsync(client, $"{i}@example.org", "wrong");
            statuses.Add(answer.StatusCode);
            if (answer.StatusCode is HttpStatusCode.TooManyRequests) Assert.Contains("Wait a minute", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.All(statuses[..^1], status => Assert.Equal(HttpStatusCode.Redirect, status));
        using var elsewhere = host.Client();
        using var signedIn = await TeamHost.SignInAsync(elsewhere, email);
        Assert.Equal("/", signedIn.Headers.Location?.ToString());
    }

    [Fact]
    [Trait("Matrix", "D6")]
    public async Task Fifty_wrong_passwords_at_once_lock_the_account_and_look_like_six_in_a_row()
    {
        var (_, email) = await host.AddAsync("Target");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            using var client = host.Client($"198.51.100.{i}");
            return await SeenAsync(client, email, $"wrong number {i}");
        }));
        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        using var right = host.Client();
        Assert.Equal(answers[0], await SeenAsync(right, email, TeamHost.Password));
    }

    [Fact]
    [Trait("Matrix", "D27")]
    public async Task Unknown_wrong_locked_and_disabled_look_the_same()
    {
        var (known, locked, disabled) = (await host.AddAsync("Known"), await host.AddAsync("Locked"), await host.AddAsync("Disabled"));
        await host.ExecuteAsync("UPDATE account SET access_failed_count = 5, lockout_end = now() + interval '10 minutes' WHERE id = $1", locked.Person);
        await host.ExecuteAsync("UPDATE person SET disabled_at = now() WHERE id = $1", disabled.Person);
        var seen = new List<string>();
        foreach (var (email, password) in new[] { ("nobody@example.org", TeamHost.Password), (known.Email, "wrong"), (locked.Email, TeamHost.Password), (disabled.Email, TeamHost.Password), ("", "") })
        {
            using var client = host.Client();
            seen.Add(await SeenAsync(client, email, password));
        }

        Assert.Single(seen.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Matrix", "D27")]
    public async Task Links_and_forgotten_passwords_tell_nobody_who_has_an_account()
    {
        var (person, email) = await host.AddAsync("Forgetful");
        var expired = await host.Get<Passwords>().IssueAsync(email, "", Cancel);
        await host.ExecuteAsync("UPDATE reset_link SET expires_at = now() - interval '1 second' WHERE person_id = $1", person);
        using var client = host.Client();
        Assert.Equal(await BodyAsync(client, $"/reset?token={new string('0', 48)}"), await BodyAsync(client, $"/reset?token={expired}"));
        Assert.Equal(await BodyAsync(client, $"/join?token={new string('0', 48)}"), await BodyAsync(client, "/join"));
        Assert.Equal(await BodyAsync(client, $"/forgot?email={email}"), await BodyAsync(client, "/forgot?email=nobody@example.org"));
        var room = (await host.Get<Access>().WorkspacesAsync(Caller.OfProcess(Data.Database.LocalPerson), Right.Administer, Cancel))[0];
        var (one, other) = (await host.Get<Invitations>().MakeAsync(room, Role.Viewer, email, Cancel), await host.Get<Invitations>().MakeAsync(room, Role.Viewer, "nobody@example.org", Cancel));
        Assert.True(one.Problem is null && other.Problem is null);
    }

    [Fact]
    public async Task Joining_makes_an_account_and_signs_in()
    {
        var room = (await host.Get<Access>().WorkspacesAsync(Caller.OfProcess(Data.Database.LocalPerson), Right.Administer, Cancel))[0];
        var (token, _) = await host.Get<Invitations>().MakeAsync(room, Role.Editor, "new@example.org", Cancel);
        using var client = host.Client();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["_handler"] = "join", ["Name"] = "New", ["Email"] = "new@example.org", ["Password"] = "password1234" };
        using var weak = await TeamApp.PostAsync(client, $"/join?token={token}", $"/join?token={token}", fields, Cancel);
        Assert.Contains("tried first", await weak.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var joined = await TeamApp.PostAsync(client, $"/join?token={token}", $"/join?token={token}", new(fields, StringComparer.Ordinal) { ["Password"] = TeamHost.Password }, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        using var home = await client.GetAsync("/models", Cancel);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
    }

    [Fact]
    [Trait("Matrix", "D26")]
    public async Task Logging_out_ends_the_session_clears_the_browser_and_leaves_nothing_in_caches()
    {
        var (_, email) = await host.AddAsync("Leaver");
        using var client = host.Client();
        using var signedIn = await TeamHost.SignInAsync(client, email);
        foreach (var page in new[] { "/", "/models", "/account", "/login" })
        {
            using var shown = await client.GetAsync(page, Cancel);
            Assert.True(shown.Headers.CacheControl?.NoStore, page);
        }

        using var left = await TeamApp.PostAsync(client, "/logout", "/logout/confirm", [], Cancel);
        Assert.Equal("\"cache\", \"storage\"", Assert.Single(left.Headers.GetValues("Clear-Site-Data")));
        using var after = await client.GetAsync("/models", Cancel);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    private static async Task<string> SeenAsync(HttpClient client, string email, string password)
    {
        using var answer = await TeamHost.SignInAsync(client, email, password);
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join(';', set.Select(cookie => cookie.Split('=')[0])) : "";
        return $"{(int)answer.StatusCode} {answer.Headers.Location} {cookies} {await answer.Content.ReadAsStringAsync(Cancel)}";
    }

    // Each page has a token against forgery of its own, and a state of its own after what is seen.
    private static async Task<string> BodyAsync(HttpClient client, string path)
    {
        var page = await client.GetStringAsync(path, Cancel);
        return LongValue().Replace(page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)], "");
    }

    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex LongValue();
}
