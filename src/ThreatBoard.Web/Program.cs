using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Backup;
using ThreatBoard.Data.Embedded;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Web.Commands;
using ThreatBoard.Web.Database;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Hosting.SingleSignOn;
using ThreatBoard.Web.Mail;

if (await CommandLine.RunAsync(args) is { } exitCode)
    return exitCode;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddSettingsFolder();
if ((SettingsFolder.Problem(builder.Configuration) ?? InstallationMode.Problem(builder.Configuration) ?? Loopback.Problem(builder.Configuration) ?? MailSettings.Problem(builder.Configuration)
    ?? SingleSignOnSettings.Problem(builder.Configuration) ?? KnownProxies.Problem(builder.Configuration)) is { } problem)
    return Refuse(problem);
builder.WebHost.UseUrls([.. Loopback.Configured(builder.Configuration)]);

try
{
    await using var server = await builder.AddThreatBoardPostgresAsync();
    var owner = DatabaseHosting.OwnerOf(builder.Configuration);
    builder.Services.AddThreatBoardData(builder.Configuration.GetConnectionString(DatabaseHosting.ConnectionName)!, owner);
    builder.AddThreatBoardWeb();
    builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database");
    await using var app = builder.Build();
    // The first key is made under the lock of the start: several processes that start at once would each make their own.
    void MakeFirstKey() => app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("start").Protect([]);
    var (database, kind) = (app.Services.GetRequiredService<Database>(), InstallationMode.Of(builder.Configuration).Kind);
    var migrates = builder.Configuration.GetValue("ThreatBoard:Migrates", defaultValue: true);
    await (migrates ? database.MigrateAsync(CancellationToken.None, MakeFirstKey, kind) : database.RequireMigratedAsync(CancellationToken.None, MakeFirstKey, kind));
    if ((owner is not null || !migrates) && !await app.Services.GetRequiredService<InstallationHealth>().AreRolesSeparatedAsync(CancellationToken.None))
        return Refuse("ConnectionStrings__ThreatBoard logs in as an owner of the tables, though ConnectionStrings__ThreatBoardOwner or the verb migrate is there for that. Give it a login of its own: docs/setup.md shows how.");
    app.UseThreatBoardWeb();
    await app.RunAsync();
    return 0;
}
catch (EmbeddedPostgresException cannotStart)
{
    return Refuse(cannotStart.Message);
}
catch (WrongInstallationException other)
{
    return Refuse(other.Message);
}
catch (BackupException cannotUse)
{
    return Refuse(cannotUse.Message);
}
catch (NpgsqlException unreachable)
{
    return Refuse($"PostgreSQL refused: {unreachable.Message} Check ConnectionStrings__ThreatBoard.");
}

static int Refuse(string problem)
{
    Console.Error.WriteLine(problem);
    return 1;
}
