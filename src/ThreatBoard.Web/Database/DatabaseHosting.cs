using ThreatBoard.Data.Embedded;

namespace ThreatBoard.Web.Database;

/// <summary>Gives the application its PostgreSQL: the connection string it was given, or the embedded server.</summary>
public static class DatabaseHosting
{
    public const string ConnectionName = "ThreatBoard";

    public const string OwnerName = "ThreatBoardOwner";

    /// <summary>
    /// Leaves <c>ConnectionStrings:ThreatBoard</c> alone when it is set; else starts the embedded server, sets it, keeps the server
    /// running with the host and stops it after everything that was registered later.
    /// </summary>
    /// <returns>To be disposed when the program ends, so that a failed start leaves no server behind; null for a server of one's own.</returns>
    /// <exception cref="EmbeddedPostgresException">The server cannot start; the message names the command that mends it.</exception>
    public static async Task<EmbeddedPostgres?> AddThreatBoardPostgresAsync(this WebApplicationBuilder builder)
    {
        if (HasOwnServer(builder.Configuration))
            return null;
        var server = await EmbeddedPostgres.StartAsync(EmbeddedOptions(builder.Configuration));
        builder.Configuration[$"ConnectionStrings:{ConnectionName}"] = server.ConnectionString;
        builder.Services.AddHostedService(services =>
            new EmbeddedPostgresLifetime(server, services.GetRequiredService<ILogger<EmbeddedPostgresLifetime>>()));
        return server;
    }

    /// <summary>The connection string that migrates, where the application has a login of its own.</summary>
    public static string? OwnerOf(IConfiguration configuration) => configuration.GetConnectionString(OwnerName) is { Length: > 0 } owner ? owner : null;

    public static bool HasOwnServer(IConfiguration configuration) =>
        !string.IsNullOrWhiteSpace(configuration.GetConnectionString(ConnectionName));

    /// <summary>What <c>ThreatBoard:Embedded</c> says: Data (needed), Binaries, RunAs.</summary>
    public static EmbeddedPostgresOptions EmbeddedOptions(IConfiguration configuration)
    {
        var section = configuration.GetSection("ThreatBoard:Embedded");
        var options = new EmbeddedPostgresOptions
        {
            DataFolder = section["Data"] ?? throw new EmbeddedPostgresException(
                "Nobody said where the data is. Start with scripts/run, or set ThreatBoard__Embedded__Data to a folder, " +
                "or ConnectionStrings__ThreatBoard to a PostgreSQL of your own."),
            Binaries = section["Binaries"],
        };
        return section["RunAs"] is { } runAs ? options with { RunAs = runAs } : options;
    }
}
