namespace ThreatBoard.Web.Hosting;

/// <summary>A browser that reconnects while the host stops would hold it for its whole time-out (dotnet/aspnetcore#58947).</summary>
public static class CircuitShutdown
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(6);

    public static IApplicationBuilder UseCircuitRefusalWhenStopping(this IApplicationBuilder app)
    {
        var lifetime = app.ApplicationServices.GetRequiredService<IHostApplicationLifetime>();
        return app.Use((http, next) =>
        {
            if (!lifetime.ApplicationStopping.IsCancellationRequested || !http.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase))
                return next(http);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
    }
}
