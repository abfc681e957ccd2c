using System.Net;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Web.Tests.Hosting;

namespace ThreatBoard.Web.Tests.SingleSignOn;

public sealed class SignOnTests(Server server)
{
    [Fact]
    public async Task The_first_sign_in_makes_the_person_with_the_role_of_the_group_and_the_second_finds_them()
    {
        await using var bench = await SignOnBench.StartAsync(server);
        bench.Provider.Person["name"] = "Grace";
        bench.Provider.Person["groups"] = new[] { "makers", "others" };
        using var browser = bench.Host.Browser();
        var (status, page) = await bench.SignInAsync(browser);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("content=\"0;url=/models\"", page, StringComparison.Ordinal);
        Assert.True(await bench.IsSignedInAsync(browser));
        Assert.Equal(Role.Editor, (await bench.MembersAsync())["Grace"]);

        using var again = bench.Host.Browser();
        await bench.SignInAsync(again);
        Assert.Equal(2, (await bench.MembersAsync()).Count);
        Assert.Equal(2, (await bench.AuditAsync(AuditKind.SignedIn)).Count(detail => detail.Contains("single sign-on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_asked_of_the_provider_has_state_nonce_and_the_challenge_of_PKCE()
    {
        await using var bench = await SignOnBench.StartAsync(server);
        using var browser = bench.Host.Browser();
        await bench.AskAsync(browser);
        var first = bench.Provider.Asked!;
        await bench.AskAsync(browser);
        var second = bench.Provider.Asked!;
        Assert.Equal("S256", first["code_challenge_method"]);
        Assert.Equal($"{bench.Host.Url}login/single-sign-on/callback", first["redirect_uri"]);
        foreach (var once in new[] { "state", "nonce", "code_challenge" })
        {
            Assert.True(first[once].ToString().Length >= 43);
            Assert.NotEqual(first[once], second[once]);
        }
    }

    [Fact]
    public async Task Roles_follow_the_groups_at_every_sign_in_and_what_people_decided_stays()
    {
        await using var bench = await SignOnBench.StartAsync(server);
        bench.Provider.Person["name"] = "Grace";
        foreach (var (groups, role) in new (string[], Role?)[] { (["makers"], Role.Editor), (["makers", "heads"], Role.Owner), (["makers"], Role.Editor), ([], null) })
        {
            bench.Provider.Person["groups"] = groups;
            using var browser = bench.Host.Browser();
            await bench.SignInAsync(browser);
            Assert.Equal(role, (await bench.MembersAsync()).TryGetValue("Grace", out var found) ? found : null);
        }

        await bench.ExecuteAsync($"INSERT INTO membership (workspace_id, person_id, role) SELECT w.id, p.id, 'Viewer' FROM workspace w, person p WHERE p.name = 'Grace'");
        bench.Provider.Person["groups"] = new[] { "heads" };
        await bench.SignInAsync(bench.Host.Browser());
        Assert.Equal(Role.Viewer, (await bench.MembersAsync())["Grace"]);
    }

    [Fact]
    public async Task The_last_owner_of_a_workspace_stays_one_whatever_the_groups_say()
    {
        await using var bench = await SignOnBench.StartAsync(server);
        bench.Provider.Person["name"] = "Grace";
        bench.Provider.Person["groups"] = new[] { "heads" };
        await bench.SignInAsync(bench.Host.Browser());
        await bench.ExecuteAsync($"DELETE FROM membership WHERE person_id = (SELECT id FROM person WHERE name = 'Ada')");
        bench.Provider.Person["groups"] = Array.Empty<string>();
        await bench.SignInAsync(bench.Host.Browser());
        Assert.Equal(Role.Owner, (await bench.MembersAsync())["Grace"]);
    }

    [Fact]
    public async Task A_second_factor_of_the_provider_counts_if_it_is_the_configured_one()
    {
        await using var bench = await SignOnBench.StartAsync(server);
        await bench.ExecuteAsync($"UPDATE workspace SET requires_second_factor = true");
        bench.Provider.Person["name"] = "Grace";
        bench.Provider.Person["groups"] = new[] { "makers" };
        foreach (var (amr, counts) in new[] { ("pwd", false), ("mfa", true) })
        {
            bench.Provider.Person["amr"] = new[] { amr };
            await bench.SignInAsync(bench.Host.Browser());
            Assert.Equal(counts, (await bench.SessionsWithSecondFactorAsync()) > 0);
        }
    }

    [Fact]
    public async Task The_same_e_mail_address_is_not_the_same_person()
    {
        await using var bench = await SignOnBench.StartAsync(server);
        bench.Provider.Person["name"] = "Mallory";
        bench.Provider.Person["email"] = "ada@example.org";
        bench.Provider.Person["email_verified"] = true;
        using var browser = bench.Host.Browser();
        await bench.SignInAsync(browser);
        Assert.Equal(["Ada"], (await bench.MembersAsync()).Keys);
    }

    [Fact]
    public async Task Somebody_who_is_disabled_is_refused()
    {
        await using var bench = await SignOnBench.StartAsync(server);
        bench.Provider.Person["name"] = "Grace";
        await bench.SignInAsync(bench.Host.Browser());
        await bench.ExecuteAsync($"UPDATE person SET disabled_at = now() WHERE name = 'Grace'");
        using var browser = bench.Host.Browser();
        Assert.Equal((HttpStatusCode.Redirect, "/login/refused?why=disabled"), await bench.SignInAsync(browser));
        Assert.False(await bench.IsSignedInAsync(browser));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_away_after_signing_in(string returnUrl)
    {
        await using var bench = await SignOnBench.StartAsync(server);
        using var browser = bench.Host.Browser();
        var (_, page) = await bench.ReturnAsync(browser, await bench.AskAsync(browser, returnUrl));
        Assert.Contains("content=\"0;url=/\"", page, StringComparison.Ordinal);
    }
}
