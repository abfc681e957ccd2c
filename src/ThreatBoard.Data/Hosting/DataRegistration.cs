using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Calendar;
using ThreatBoard.Data.Door;
using ThreatBoard.Data.Drafts;
using ThreatBoard.Data.Inbox;
using ThreatBoard.Data.Live;
using ThreatBoard.Data.Mapping;
using ThreatBoard.Data.Presence;

namespace ThreatBoard.Data.Hosting;

/// <summary>Registers everything of this project; all services are singletons and make one context an operation.</summary>
public static class DataRegistration
{
    /// <param name="connectionString">The application's connection string; its role is set on every connection made from it.</param>
    /// <param name="owner">The connection string that migrates; the same where left out, and then the login owns the tables.</param>
    public static IServiceCollection AddThreatBoardData(this IServiceCollection services, string connectionString, string? owner = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(DatabaseOptions.ForApplication(connectionString)).Build());
        services.AddDbContextFactory<ThreatBoardDb>((provider, options) => options.UseThreatBoard(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton(provider => new Database(owner ?? connectionString, provider.GetRequiredService<TimeProvider>()));
        services.AddAccounts();
        AddInstallation(services);
        AddModels(services);
        AddTogether(services);
        services.AddHostedService<Notifier>();
        services.AddHostedService<Listener>();
        services.AddSingleton<DataProtectionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = provider.GetRequiredService<DataProtectionKeys>()));
        return services;
    }

    private static void AddInstallation(IServiceCollection services) => services
        .AddSingleton<Refusals>()
        .AddSingleton<Access>()
        .AddSingleton<Sessions>()
        .AddSingleton<AccessTokens>()
        .AddSingleton<SecurityAudit>()
        .AddSingleton<StoredHistory>()
        .AddSingleton<Workspaces>()
        .AddSingleton<WorkspaceRules>()
        .AddSingleton<Members>()
        .AddSingleton<Teams>()
        .AddSingleton<WorkspaceDirectory>()
        .AddSingleton<InstallationPeople>()
        .AddSingleton<Installations>()
        .AddSingleton<SetupLinks>()
        .AddSingleton<FirstOwner>()
        .AddSingleton<InstallationHealth>()
        .AddSingleton<SingleSignOn>();

    private static void AddModels(IServiceCollection services)
    {
        services.AddSingleton<Announcements>();
        services.AddSingleton<Journal>();
        services.AddSingleton(provider => new ModelTables(Databases(provider)));
        services.AddSingleton(provider => new ModelStore(
            Databases(provider), provider.GetRequiredService<ModelTables>(), provider.GetRequiredService<Announcements>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new WorkspaceModels(
            Databases(provider), provider.GetRequiredService<Access>(), provider.GetRequiredService<ModelStore>(),
            provider.GetRequiredService<ModelTables>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CalendarJobs>();
        services.AddHostedService<CalendarWorker>();
        services.AddSingleton<RevisionArchive>();
        services.AddSingleton<RiskHistory>().AddSingleton<ModelBoards>().AddSingleton<WaitingWork>();
        services.AddSingleton(provider => new GraphBoards(Databases(provider), provider.GetRequiredService<ModelTables>()));
        services.AddSingleton<SnapshotStore>();
        services.AddSingleton<ProposalStore>();
        services.AddSingleton(provider => new LiveModels(
            Databases(provider), provider.GetRequiredService<ModelTables>(), provider.GetRequiredService<Announcements>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<LiveModels>>()));
    }

    private static void AddTogether(IServiceCollection services)
    {
        services.AddSingleton<DraftStore>();
        services.AddHostedService<DraftSweep>();
        services.AddSingleton<PresenceBoard>();
        services.AddSingleton<PresenceTable>();
        services.AddHostedService<PresenceBeat>();
        services.AddSingleton<InboxSignals>().AddSingleton<Inboxes>().AddSingleton<Digests>();
        services.AddSingleton(provider => new InboxFeed(Databases(provider), provider.GetRequiredService<InboxSignals>()));
        services.AddOptions<InboxSettings>();
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<InboxWorker>(provider, provider.GetRequiredService<InboxFeed>()));
    }

    private static IDbContextFactory<ThreatBoardDb> Databases(IServiceProvider provider) => provider.GetRequiredService<IDbContextFactory<ThreatBoardDb>>();
}
