using System.Globalization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Server.Circuits;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Hosting.Circuits;

/// <summary>Says in plain words, before a page is loaded, that this person has too many tabs open.</summary>
public static class CircuitCap
{
    public static void AddCircuitCap(this IServiceCollection services) =>
        services.AddSingleton<OpenCircuits>().AddScoped<CircuitHandler, CircuitCensus>();

    public static IApplicationBuilder UseCircuitCap(this IApplicationBuilder app)
    {
        var open = app.ApplicationServices.GetRequiredService<OpenCircuits>();
        return app.Use((http, next) =>
        {
            if (!OpensCircuit(http) || SessionClaims.CallerOf(http.User) is not { } caller || open.Of(caller.Person) < open.Most) return next(http);
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            http.Response.ContentType = "text/plain; charset=utf-8";
            return http.Response.WriteAsync(string.Create(
                CultureInfo.InvariantCulture, $"ThreatBoard is open in {open.Most} tabs of yours already. Close some of them, wait a moment, and load this page again."));
        });
    }

    private static bool OpensCircuit(HttpContext http) =>
        http.Request.Path.Equals("/_blazor/negotiate", StringComparison.OrdinalIgnoreCase)
        || (HttpMethods.IsGet(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is { } page
            && !page.IsDefined(typeof(Microsoft.AspNetCore.Components.ExcludeFromInteractiveRoutingAttribute), inherit: true));
}
