using Microsoft.Extensions.DependencyInjection.Extensions;
using Radzen;
using ThreatBoard.Web.Api;
using ThreatBoard.Web.Clusters;
using ThreatBoard.Web.Commenting;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Features.Acceptances;
using ThreatBoard.Web.Features.Account;
using ThreatBoard.Web.Features.Details;
using ThreatBoard.Web.Features.Health;
using ThreatBoard.Web.Features.Import;
using ThreatBoard.Web.Features.Boards;
using ThreatBoard.Web.Features.Diagram;
using ThreatBoard.Web.Features.Lists;
using ThreatBoard.Web.Features.Mitigations;
using ThreatBoard.Web.Features.Models;
using ThreatBoard.Web.Features.Report;
using ThreatBoard.Web.Features.Revisions;
using ThreatBoard.Web.Features.Setup;
using ThreatBoard.Web.Features.Sources;
using ThreatBoard.Web.Features.Threats;
using ThreatBoard.Web.Features.Workspaces;
using ThreatBoard.Web.Hosting.Circuits;
using ThreatBoard.Web.Hosting.SignIn;
using ThreatBoard.Web.Hosting.SingleSignOn;
using ThreatBoard.Web.Importing;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Together;
using ThreatBoard.Web.Mail;
using ThreatBoard.Web.Notices;

namespace ThreatBoard.Web.Hosting;

/// <summary>What the web host is made of, and in which order a request passes through it.</summary>
public static class WebHost
{
    public static void AddThreatBoardWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ListenAddress>().AddSingleton<OwnAddress>();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCircuitCap();
        services.AddRadzenComponents();
        services.AddHealthChecks();
        services.AddDiagram();
        services.AddClusters();
        services.AddScoped<FrameState>().AddScoped<AddressBar>();
        services.AddTogether();
        services.AddScoped<EditQuestions>().AddScoped<AskingDoor>();
        services.AddDetails();
        services.AddScoped<Colleagues>();
        services.AddMail(builder.Configuration).AddNotices(builder.Configuration);
        services.AddImporting().AddImportPages().AddSourcePages().AddRevisionPages().AddReport().AddBoardPages().AddLists();
        services.AddSingleton(ThreatsView.AsFile).AddSingleton(MitigationsView.AsFile).AddSingleton(AcceptanceRow.AsFile);
        services.AddScoped<IPaletteSource, PagesInPalette>();
        services.AddScoped<IPaletteSource, ModelsInPalette>();
        services.AddWorkspacePages();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = CircuitShutdown.Longest);
        var mode = InstallationMode.Of(builder.Configuration);
        services.AddSingleton(mode).AddSingleton(StateFolder.Of(builder.Configuration, builder.Environment.ContentRootPath)).AddSingleton<RunningAddress>();
        services.AddSignIn(builder.Configuration);
        services.AddApi();
        services.AddSingleSignOn(builder.Configuration);
        services.AddLocalSignIn(mode);
        services.AddSetup(mode);
        services.AddHealthPage();
    }

    public static void UseThreatBoardWeb(this WebApplication app)
    {
        app.UseKnownProxies();
        app.UseSecurityHeaders();
        app.UseCircuitRefusalWhenStopping();
        app.UseForeignRequestRefusal(app.Configuration);
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseWhen(
            http => HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal),
            pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseCircuitCap();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapLocalSignIn();
        app.MapPasswordSteps();
        app.MapSingleSignOn();
        app.MapDiagramScene();
        app.MapComparisonScene();
        app.MapRevisionPages();
        app.MapReport();
        app.MapLists();
        app.MapApi();
        app.MapWorkspacePages();
        // Ours says frame-ancestors already, on every response.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
