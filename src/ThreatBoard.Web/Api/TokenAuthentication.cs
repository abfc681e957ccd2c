using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Web.Api;

/// <summary>Reads <c>Authorization: Bearer tb_…</c>. Programs only: neither does a cookie open the API, nor a token a page.</summary>
public sealed class TokenAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Token";
    public const string ScopeClaim = "scope";

    private const string Bearer = "Bearer ";

    /// <summary>Who asked, as the handler found them.</summary>
    public static Caller CallerOf(HttpContext http) => (Caller)http.Items[typeof(Caller)]!;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        if (await tokens.FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } caller) return AuthenticateResult.Fail("No such token.");
        Context.Items[typeof(Caller)] = caller;
        var identity = new ClaimsIdentity(caller.Scopes.Select(scope => new Claim(ScopeClaim, scope)), Name);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return Problems.Unauthenticated().ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Problems.MissingScope().ExecuteAsync(Context);
}
