using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ThreatBoard.Web.Tests.SingleSignOn;

/// <summary>A small OpenID provider on loopback that keeps the rules of the code flow with PKCE, and forges what a test asks it to.</summary>
public sealed class TestProvider : IAsyncDisposable
{
    public const string Client = "threatboard-test";
    public const string Secret = "a secret of this test";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, IQueryCollection> _codes = [];
    private readonly WebApplication _app;

    private TestProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", Discovery);
        _app.MapGet("/jwks", Keys);
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", TokenAsync);
    }

    public string Issuer => _app.Urls.First();

    public RsaSecurityKey Key => new(_rsa) { KeyId = "one" };

    /// <summary>Claims of whoever signs in next.</summary>
    public Dictionary<string, object> Person { get; } = new(StringComparer.Ordinal) { ["sub"] = "ada", ["name"] = "Ada", ["groups"] = Array.Empty<string>() };

    /// <summary>Alters the claims before they are signed.</summary>
    public Action<Dictionary<string, object>> Alter { get; set; } = _ => { };

    /// <summary>Makes the token of its payload.</summary>
    public Func<string, string>? Sign { get; set; }

    /// <summary>What the answer says its issuer is.</summary>
    public string? AnswersAs { get; set; }

    /// <summary>What was last asked of the authorization endpoint.</summary>
    public IQueryCollection? Asked { get; private set; }

    public static async Task<TestProvider> StartAsync()
    {
        var provider = new TestProvider();
        await provider._app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    public static string Signed(string payload, SecurityKey key, string algorithm) => new JsonWebTokenHandler().CreateToken(payload, new SigningCredentials(key, algorithm));

    private IResult Discovery() => Results.Json(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["issuer"] = Issuer,
        ["authorization_endpoint"] = $"{Issuer}/authorize",
        ["token_endpoint"] = $"{Issuer}/token",
        ["jwks_uri"] = $"{Issuer}/jwks",
        ["authorization_response_iss_parameter_supported"] = true,
    });

    private IResult Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(includePrivateParameters: false)) { KeyId = "one" });
        return Results.Json(new { keys = new[] { new { kty = key.Kty, use = "sig", kid = key.Kid, n = key.N, e = key.E } } });
    }

    private IResult Authorize(HttpRequest request)
    {
        Asked = request.Query;
        var query = request.Query;
        if (query["client_id"] != Client || query["response_type"] != "code" || query["code_challenge_method"] != "S256" || query["code_challenge"].Count != 1) return Results.BadRequest("invalid_request");
        var code = Guid.CreateVersion7().ToString("n");
        _codes[code] = query;
        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"]!, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["code"] = code, ["state"] = query["state"], ["iss"] = AnswersAs ?? Issuer,
        }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["client_id"] != Client || form["client_secret"] != Secret) return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        if (!_codes.TryRemove(form["code"].ToString(), out var asked) || asked["redirect_uri"] != form["redirect_uri"] || asked["code_challenge"] != Challenge(form["code_verifier"].ToString()))
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        return Results.Json(new { access_token = "opaque", token_type = "Bearer", id_token = Token(asked["nonce"].ToString()) });
    }

    private string Token(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = new Dictionary<string, object>(Person, StringComparer.Ordinal)
        {
            ["iss"] = Issuer, ["aud"] = Client, ["nonce"] = nonce, ["iat"] = now.ToUnixTimeSeconds(), ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
        };
        Alter(claims);
        var payload = JsonSerializer.Serialize(claims);
        return Sign is null ? Signed(payload, Key, SecurityAlgorithms.RsaSha256) : Sign(payload);
    }

    private static string Challenge(string verifier) => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
