using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Radzen;
using ThreatBoard.Web.Features.Account;
using ThreatBoard.Web.Features.Details;
using ThreatBoard.Web.Features.Import;
using ThreatBoard.Web.Features.Diagram;
using ThreatBoard.Web.Features.Models;
using ThreatBoard.Web.Features.Revisions;
using ThreatBoard.Web.Features.Sources;
using ThreatBoard.Web.Importing;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Mail;

namespace ThreatBoard.Web.Hosting;

/// <summary>What the web host is made of, and in which order a request passes through it.</summary>
public static class WebHost
{
    public static void AddThreatBoardWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ListenAddress>();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRadzenComponents();
        services.AddHealthChecks();
        services.AddDiagram();
        services.AddScoped<FrameState>();
        services.AddScoped<PersonAccess>();
        services.AddDetails();
        services.AddMail(builder.Configuration);
        services.AddImporting().AddImportPages().AddSourcePages().AddRevisionPages();
        services.AddScoped<IPaletteSource, PagesInPalette>();
        services.AddScoped<IPaletteSource, ModelsInPalette>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = CircuitShutdown.Longest);
        AddSignIn(services, StateFolder.Of(builder.Configuration, builder.Environment.ContentRootPath));
    }

    public static void UseThreatBoardWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseCircuitRefusalWhenStopping();
        app.UseForeignRequestRefusal(app.Configuration);
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseWhen(
            http => HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal),
            pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapLocalSignIn();
        app.MapDiagramScene();
        // Ours says frame-ancestors already, on every response.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    // Only somebody who looks for a page is sent to another; a script and the circuit are told.
    private static Task ToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            context.Response.Redirect("/login");
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private static void AddSignIn(IServiceCollection services, StateFolder state)
    {
        services.AddSingleton(state).AddSingleton<LoginLinks>().AddSingleton<RunningAddress>();
        services.AddHostedService<LinkAnnouncement>();
        services.AddDataProtection().SetApplicationName("ThreatBoard");
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.LoginPath = "/login";
            cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
            cookie.SlidingExpiration = true;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Events.OnRedirectToLogin = ToLogin;
        });
        services.AddCascadingAuthenticationState();
        // Whatever does not say otherwise needs the cookie.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.SameSite = SameSiteMode.Strict);
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, CookieNames>();
        services.AddSingleton<IPostConfigureOptions<AntiforgeryOptions>, CookieNames>();
    }
}
