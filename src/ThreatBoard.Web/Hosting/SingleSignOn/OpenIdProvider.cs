using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ThreatBoard.Web.Hosting.SingleSignOn;

/// <summary>What the configured provider says of itself: its endpoints and keys, read from its discovery document and kept for half a day.</summary>
public sealed class OpenIdProvider(SingleSignOnSettings settings, TimeProvider clock) : IDisposable
{
    private const int MostBytes = 1 << 20;

    private static readonly TimeSpan s_kept = TimeSpan.FromHours(12);

    // A token with a key that nobody knows makes us look again, but not as often as somebody likes.
    private static readonly TimeSpan s_between = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1);
    private (OpenIdConnectConfiguration Found, DateTimeOffset At)? _last;

    /// <summary>Follows no redirect, waits ten seconds, and reads at most 1 MiB.</summary>
    public HttpClient Backchannel { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = MostBytes,
    };

    /// <param name="freshKeys">Whether a key was missing in what is kept.</param>
    /// <exception cref="SignOnRefusedException">The provider does not answer, or is not the configured one.</exception>
    public async Task<OpenIdConnectConfiguration> LearnAsync(bool freshKeys, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            var now = clock.GetUtcNow();
            if (_last is { } last && now - last.At < (freshKeys ? s_between : s_kept)) return last.Found;
            var found = Checked(await ReadAsync(cancel));
            _last = (found, now);
            return found;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        Backchannel.Dispose();
        _one.Dispose();
    }

    private async Task<OpenIdConnectConfiguration> ReadAsync(CancellationToken cancel)
    {
        var address = $"{settings.Issuer.TrimEnd('/')}/.well-known/openid-configuration";
        var documents = new HttpDocumentRetriever(Backchannel) { RequireHttps = address.StartsWith(Uri.UriSchemeHttps, StringComparison.Ordinal) };
        try
        {
            return await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, cancel);
        }
        catch (Exception away) when (away is IOException or HttpRequestException or InvalidOperationException or ArgumentException or System.Text.Json.JsonException
            || (away is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new SignOnRefusedException(SignOnRefusal.Provider, "The provider's discovery document cannot be read.", away);
        }
    }

    private OpenIdConnectConfiguration Checked(OpenIdConnectConfiguration found)
    {
        if (found.Issuer != settings.Issuer) throw new SignOnRefusedException(SignOnRefusal.NotProven, "The discovery document names another issuer.");
        return SingleSignOnSettings.IsTrustworthy(found.AuthorizationEndpoint) && SingleSignOnSettings.IsTrustworthy(found.TokenEndpoint)
            ? found
            : throw new SignOnRefusedException(SignOnRefusal.NotProven, "The discovery document names endpoints without TLS.");
    }
}
