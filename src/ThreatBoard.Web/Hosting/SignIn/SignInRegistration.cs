using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using ThreatBoard.Web.Hosting.Rights;

namespace ThreatBoard.Web.Hosting.SignIn;

/// <summary>How browsers stay signed in, and that whatever does not say otherwise needs it.</summary>
internal static class SignInRegistration
{
    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("ThreatBoard");
        services.AddSingleton<SessionCookie>().AddSingleton<HalfSignedIn>().AddSingleton<SignInSteps>();
        services.AddSignInLimit(configuration);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.LoginPath = "/login";
            cookie.ExpireTimeSpan = Data.Accounts.Session.Longest;
            cookie.SlidingExpiration = false;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.EventsType = typeof(SessionCookie);
        });
        services.AddCascadingAuthenticationState();
        services.AddSingleton<SessionWatch>().AddHostedService(provider => provider.GetRequiredService<SessionWatch>());
        services.AddScoped<AuthenticationStateProvider, CircuitPerson>();
        services.AddSingleton<RightsWatch>().AddHostedService(provider => provider.GetRequiredService<RightsWatch>());
        services.AddScoped<CircuitRights>();
        services.AddScoped<PersonAccess>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.SameSite = SameSiteMode.Strict);
        services.AddSingleton<CookieNames>();
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>>(provider => provider.GetRequiredService<CookieNames>());
        services.AddSingleton<IPostConfigureOptions<AntiforgeryOptions>>(provider => provider.GetRequiredService<CookieNames>());
    }
}
