using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Hosting.SingleSignOn;

/// <summary>Registers single sign-on, where a provider is configured.</summary>
internal static class SingleSignOnRegistration
{
    public const string Scheme = "single-sign-on";

    public const string StartPath = "/login/single-sign-on";

    public static void AddSingleSignOn(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = SingleSignOnSettings.Of(configuration);
        services.AddSingleton(settings);
        if (!settings.IsConfigured) return;
        services.AddSingleton<OpenIdProvider>().AddSingleton<IdTokens>().AddSingleton<SingleSignOnArrival>();
        services.AddAuthentication().AddOAuth<OpenIdOptions, OpenIdHandler>(Scheme, _ => { });
        services.AddOptions<OpenIdOptions>(Scheme).Configure<OpenIdProvider, OwnAddress>((options, provider, own) => Configure(options, settings, provider, own));
    }

    public static void MapSingleSignOn(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<SingleSignOnSettings>().IsConfigured) routes.MapGet(StartPath, StartAsync).AllowAnonymous();
    }

    // Changes nothing but the browser's own short-lived cookie, and so may be a GET.
    private static async Task StartAsync(HttpContext http, SingleSignOnArrival arrival, string? returnUrl)
    {
        try
        {
            await http.ChallengeAsync(Scheme, new() { RedirectUri = ReturnAddress.Local(returnUrl) });
        }
        catch (SignOnRefusedException refused)
        {
            await arrival.RefuseAsync(http, refused.Refusal, refused.Message);
        }
    }

    private static void Configure(OpenIdOptions options, SingleSignOnSettings settings, OpenIdProvider provider, OwnAddress own)
    {
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        // Until the provider's own are known; checked for being there at all.
        options.AuthorizationEndpoint = options.TokenEndpoint = settings.Issuer;
        options.CallbackPath = $"{StartPath}/callback";
        options.UsePkce = true;
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.EventsType = typeof(SingleSignOnArrival);
        options.Backchannel = provider.Backchannel;
        options.Scope.Clear();
        foreach (var scope in settings.Scopes.Prepend("openid").Distinct(StringComparer.Ordinal)) options.Scope.Add(scope);
        // The provider sends the browser back by a link, and with that goes a lax cookie.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = own.Root.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}
