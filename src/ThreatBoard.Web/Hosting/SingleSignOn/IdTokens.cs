using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Web.Hosting.SingleSignOn;

/// <summary>Whom an ID token names, once issuer, audience, signature, times and nonce are what they must be.</summary>
public sealed class IdTokens(SingleSignOnSettings settings, OpenIdProvider provider)
{
    private const int MostBytes = 64 * 1024;
    private const int LongestSubject = 255;
    private const int MostGroups = 2_000;

    private static readonly TimeSpan s_skew = TimeSpan.FromMinutes(2);

    // Keys of two halves only: with a shared secret, or without a signature, whoever knows the public key could sign.
    private static readonly string[] s_algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler _reader = new() { MaximumTokenSizeInBytes = MostBytes, MapInboundClaims = false };

    /// <param name="nonce">What this sign-in asked the provider to repeat.</param>
    /// <exception cref="SignOnRefusedException">The token is not to be trusted.</exception>
    public async Task<SignOnProof> ReadAsync(string? token, string? nonce, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(token)) throw new SignOnRefusedException(SignOnRefusal.NotProven, "The provider sent no ID token.");
        var result = await ValidateAsync(token, freshKeys: false, cancel);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException) result = await ValidateAsync(token, freshKeys: true, cancel);
        if (!result.IsValid) throw new SignOnRefusedException(SignOnRefusal.NotProven, WordsFor(result.Exception), result.Exception);
        var read = (JsonWebToken)result.SecurityToken;
        if (Problem(read, nonce) is { } problem) throw new SignOnRefusedException(SignOnRefusal.NotProven, problem);
        return new(Who(read), IsSecondFactor(read));
    }

    private async Task<TokenValidationResult> ValidateAsync(string token, bool freshKeys, CancellationToken cancel) =>
        await _reader.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = settings.Issuer,
            ValidAudience = settings.ClientId,
            ValidAlgorithms = s_algorithms,
            IssuerSigningKeys = (await provider.LearnAsync(freshKeys, cancel)).SigningKeys,
            ValidateIssuerSigningKey = true,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = s_skew,
        });

    private static string WordsFor(Exception? exception) => exception switch
    {
        SecurityTokenInvalidIssuerException => "The ID token is of another issuer.",
        SecurityTokenInvalidAudienceException => "The ID token is for another application.",
        SecurityTokenExpiredException => "The ID token has expired.",
        SecurityTokenNotYetValidException => "The ID token is not valid yet.",
        SecurityTokenNoExpirationException => "The ID token never expires.",
        SecurityTokenInvalidAlgorithmException or SecurityTokenInvalidSignatureException => "The ID token is not signed by the provider.",
        _ => "The ID token cannot be read.",
    };

    private string? Problem(JsonWebToken token, string? nonce)
    {
        var given = Text(token, "nonce");
        if (nonce is null || given is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(nonce), Encoding.UTF8.GetBytes(given)))
            return "The ID token was made for another sign-in.";
        var party = Text(token, "azp");
        if (party is null ? token.Audiences.Count() > 1 : party != settings.ClientId) return "The ID token was given to another application.";
        if (token.Subject is not { Length: > 0 and <= LongestSubject }) return "The ID token names nobody.";
        return token.Claims.Count(claim => claim.Type == settings.GroupsClaim) > MostGroups ? "The ID token names too many groups." : null;
    }

    private SignOnIdentity Who(JsonWebToken token) => new(
        settings.Issuer, token.Subject, Text(token, "name") ?? Text(token, "preferred_username") ?? Text(token, "email") ?? "",
        token.Claims.Where(claim => claim.Type == settings.GroupsClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal));

    private bool IsSecondFactor(JsonWebToken token) =>
        token.Claims.Any(claim => claim.Type is "acr" or "amr" && settings.SecondFactor.Contains(claim.Value, StringComparer.Ordinal));

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : null;
}

/// <summary>What an ID token proves.</summary>
/// <param name="SecondFactor">Whether the provider asked for one that the configuration counts.</param>
public sealed record SignOnProof(SignOnIdentity Who, bool SecondFactor);
