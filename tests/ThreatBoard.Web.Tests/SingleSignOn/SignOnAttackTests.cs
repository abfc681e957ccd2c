using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Web.Tests.Hosting;

namespace ThreatBoard.Web.Tests.SingleSignOn;

public sealed class SignOnAttackTests(Server server)
{
    public static TheoryData<string, string> Forgeries => new()
    {
        { "nonce", "made for another sign-in" },
        { "no nonce", "made for another sign-in" },
        { "audience", "for another application" },
        { "several audiences", "given to another application" },
        { "other party", "given to another application" },
        { "issuer", "of another issuer" },
        { "expired", "has expired" },
        { "no expiry", "never expires" },
        { "not yet", "not valid yet" },
        { "alg none", "not signed by the provider" },
        { "HS256 with the public key", "not signed by the provider" },
        { "another key", "not signed by the provider" },
        { "another key of the same name", "not signed by the provider" },
        { "no subject", "names nobody" },
        { "no token", "cannot be read" },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_token_signs_nobody_in_and_is_told_to_the_audit(string forgery, string why)
    {
        await using var bench = await SignOnBench.StartAsync(server);
        Forge(bench.Provider, forgery);
        using var browser = bench.Host.Browser();
        Assert.Equal((HttpStatusCode.Redirect, "/login/refused?why=notproven"), await bench.SignInAsync(browser));
        Assert.False(await bench.IsSignedInAsync(browser));
        Assert.Contains(why, Assert.Single(await bench.AuditAsync(AuditKind.SignInRefused)), StringComparison.Ordinal);
        Assert.Contains("cannot be trusted", await browser.PageAsync("/login/refused?why=notproven", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_state_with_anothers_state_or_for_the_second_time_is_refused()
    {
        await using var bench = await SignOnBench.StartAsync(server);
        using var mine = bench.Host.Browser();
        using var theirs = bench.Host.Browser();
        var answer = await bench.AskAsync(mine);
        await RefusedAsync(bench, mine, With(answer, "state", value: null), "notbegunhere");
        await RefusedAsync(bench, mine, With(answer, "state", "made up"), "notbegunhere");
        await RefusedAsync(bench, theirs, answer, "notbegunhere");
        Assert.Equal(HttpStatusCode.OK, (await bench.ReturnAsync(mine, answer)).Status);
        await RefusedAsync(bench, bench.Host.Browser(), answer, "notbegunhere");
    }

    [Fact]
    public async Task A_code_that_was_used_or_belongs_to_another_sign_in_is_refused()
    {
        await using var bench = await SignOnBench.StartAsync(server);
        using var mine = bench.Host.Browser();
        using var theirs = bench.Host.Browser();
        var used = await bench.AskAsync(mine);
        await bench.ReturnAsync(mine, used);
        // The state is this browser's own and new; only the code is the old one, or somebody else's: PKCE ties it to its own state.
        await RefusedAsync(bench, theirs, With(await bench.AskAsync(theirs), "code", CodeOf(used)), "provider");
        using var third = bench.Host.Browser();
        await RefusedAsync(bench, theirs, With(await bench.AskAsync(theirs), "code", CodeOf(await bench.AskAsync(third))), "provider");
    }

    [Fact]
    public async Task An_answer_of_another_issuer_or_of_none_is_refused()
    {
        await using var bench = await SignOnBench.StartAsync(server);
        using var browser = bench.Host.Browser();
        await RefusedAsync(bench, browser, With(await bench.AskAsync(browser), "iss", "https://evil.example"), "notproven");
        await RefusedAsync(bench, browser, With(await bench.AskAsync(browser), "iss", value: null), "notproven");
    }

    [Fact]
    public async Task A_provider_that_refuses_or_is_away_is_said_in_plain_words()
    {
        var bench = await SignOnBench.StartAsync(server);
        using var browser = bench.Host.Browser();
        var answer = With(With(await bench.AskAsync(browser), "code", value: null), "error", "access_denied");
        await RefusedAsync(bench, browser, answer, "provider");
        await bench.Provider.DisposeAsync();
        await RefusedAsync(bench, browser, answer, "notbegunhere");
        await bench.Host.DisposeAsync();
    }

    private static void Forge(TestProvider provider, string forgery)
    {
        var rsa = RSA.Create(2048);
        (provider.Alter, provider.Sign) = forgery switch
        {
            "nonce" => (claims => claims["nonce"] = new string('0', 64), null),
            "no nonce" => (claims => claims.Remove("nonce"), null),
            "audience" => (claims => claims["aud"] = "somebody-else", null),
            "several audiences" => (claims => claims["aud"] = new[] { TestProvider.Client, "somebody-else" }, null),
            "other party" => (claims => claims["azp"] = "somebody-else", null),
            "issuer" => (claims => claims["iss"] = "https://evil.example", null),
            "expired" => (claims => claims["exp"] = TimeProvider.System.GetUtcNow().AddMinutes(-3).ToUnixTimeSeconds(), null),
            "no expiry" => (claims => claims.Remove("exp"), null),
            "not yet" => (claims => claims["nbf"] = TimeProvider.System.GetUtcNow().AddMinutes(4).ToUnixTimeSeconds(), null),
            "alg none" => (_ => { }, payload => new JsonWebTokenHandler().CreateToken(payload)),
            "HS256 with the public key" => (_ => { }, payload => TestProvider.Signed(payload, new SymmetricSecurityKey(PublicHalf(provider)) { KeyId = "one" }, SecurityAlgorithms.HmacSha256)),
            "another key" => (_ => { }, payload => TestProvider.Signed(payload, new RsaSecurityKey(rsa) { KeyId = "two" }, SecurityAlgorithms.RsaSha256)),
            "another key of the same name" => (_ => { }, payload => TestProvider.Signed(payload, new RsaSecurityKey(rsa) { KeyId = "one" }, SecurityAlgorithms.RsaSha256)),
            "no subject" => (claims => claims.Remove("sub"), null),
            _ => ((Action<Dictionary<string, object>>)(_ => { }), (Func<string, string>)(_ => "not a token")),
        };
    }

    private static byte[] PublicHalf(TestProvider provider) => provider.Key.Rsa.ExportSubjectPublicKeyInfo();

    private static async Task RefusedAsync(SignOnBench bench, BrowserHttp browser, Uri answer, string why)
    {
        Assert.Equal((HttpStatusCode.Redirect, $"/login/refused?why={why}"), await bench.ReturnAsync(browser, answer));
        Assert.False(await bench.IsSignedInAsync(browser));
        Assert.NotEmpty(await bench.AuditAsync(AuditKind.SignInRefused));
    }

    private static string CodeOf(Uri answer) => QueryHelpers.ParseQuery(answer.Query)["code"]!;

    private static Uri With(Uri answer, string parameter, string? value)
    {
        var query = QueryHelpers.ParseQuery(answer.Query).ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString(), StringComparer.Ordinal);
        query.Remove(parameter);
        if (value is not null) query[parameter] = value;
        return new(QueryHelpers.AddQueryString(answer.GetLeftPart(UriPartial.Path), query));
    }
}
