using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ThreatBoard.Web.Hosting.SingleSignOn;

/// <summary>OpenID Connect on the framework's OAuth handler, which does state, PKCE and the exchange of the code: this adds discovery, nonce and the ID token.</summary>
public sealed class OpenIdHandler(
    IOptionsMonitor<OpenIdOptions> options, ILoggerFactory logger, UrlEncoder encoder, OpenIdProvider provider, IdTokens idTokens, OwnAddress own, SingleSignOnSettings settings)
    : OAuthHandler<OpenIdOptions>(options, logger, encoder)
{
    /// <summary>Under which the proof goes with the ticket, in this process only.</summary>
    public const string Proof = "proof";

    private const string Nonce = "nonce";
    private const int NonceBytes = 32;

    // From the configured address, not from the request's Host, which anybody may write.
    private string RedirectUri => own.LinkTo(Options.CallbackPath).ToString();

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await LearnAsync();
        properties.IssuedUtc = TimeProvider.GetUtcNow();
        properties.Items[Nonce] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceBytes));
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri) =>
        QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, RedirectUri), Nonce, properties.Items[Nonce]!);

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        var found = await LearnAsync();
        // RFC 9207: an answer that says whose it is must be the provider's that was asked.
        var named = Request.Query["iss"];
        if (named.Count > 0 ? named != settings.Issuer : found.AuthorizationResponseIssParameterSupported)
            throw new SignOnRefusedException(SignOnRefusal.NotProven, "The answer is of another issuer.");
        return await base.HandleRemoteAuthenticateAsync();
    }

    protected override Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context) =>
        base.ExchangeCodeAsync(new(context.Properties, context.Code, RedirectUri));

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        if (properties.IssuedUtc is not { } begun || TimeProvider.GetUtcNow() - begun > Options.RemoteAuthenticationTimeout)
            throw new SignOnRefusedException(SignOnRefusal.NotBegunHere, "The sign-in took too long.");
        var token = tokens.Response!.RootElement.TryGetProperty("id_token", out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
        properties.SetParameter(Proof, await idTokens.ReadAsync(token, properties.Items[Nonce], Context.RequestAborted));
        return new(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    // The options belong to all requests, and what is written here is the same for all.
    private async Task<OpenIdConnectConfiguration> LearnAsync()
    {
        var found = await provider.LearnAsync(freshKeys: false, Context.RequestAborted);
        (Options.AuthorizationEndpoint, Options.TokenEndpoint) = (found.AuthorizationEndpoint, found.TokenEndpoint);
        return found;
    }
}
