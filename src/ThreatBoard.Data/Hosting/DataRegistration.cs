using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using ThreatBoard.Data.Auditing;
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
        services.AddSingleton<Announcements>();
        services.AddSingleton<Refusals>();
        services.AddSingleton<Access>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<SecurityAudit>();
        services.AddSingleton<StoredHistory>();
        services.AddSingleton<Workspaces>();
        services.AddSingleton<Members>();
        services.AddSingleton<InstallationPeople>();
        services.AddAccounts();
        services.AddSingleton<Installations>();
        services.AddSingleton<SetupLinks>();
        services.AddSingleton<FirstOwner>();
        services.AddSingleton<InstallationHealth>();
        services.AddSingleton<SingleSignOn>();
        services.AddSingleton<Journal>();
        services.AddSingleton<Teams>();
        services.AddSingleton<WorkspaceDirectory>();
        services.AddSingleton(provider => new ModelTables(Databases(provider)));
        services.AddSingleton(provider => new ModelStore(
            Databases(provider), provider.GetRequiredService<ModelTables>(), provider.GetRequiredService<Announcements>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new WorkspaceModels(
            Databases(provider), provider.GetRequiredService<Access>(), provider.GetRequiredService<ModelStore>(),
            provider.GetRequiredService<ModelTables>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RevisionArchive>();
        services.AddSingleton<SnapshotStore>();
        services.AddSingleton<ProposalStore>();
        services.AddSingleton(provider => new LiveModels(
            Databases(provider), provider.GetRequiredService<ModelTables>(), provider.GetRequiredService<Announcements>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<LiveModels>>()));
        services.AddSingleton<DraftStore>();
        services.AddHostedService<DraftSweep>();
        services.AddSingleton<PresenceBoard>();
        services.AddSingleton<PresenceTable>();
        services.AddHostedService<PresenceBeat>();
        services.AddSingleton<InboxSignals>().AddSingleton<Inboxes>().AddSingleton<Digests>();
        services.AddSingleton(provider => new InboxFeed(Databases(provider), provider.GetRequiredService<InboxSignals>()));
        services.AddOptions<InboxSettings>();
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<InboxWorker>(provider, provider.GetRequiredService<InboxFeed>()));
        services.AddHostedService<Notifier>();
        services.AddHostedService<Listener>();
        services.AddSingleton<DataProtectionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = provider.GetRequiredService<DataProtectionKeys>()));
        return services;
    }

    private static IDbContextFactory<ThreatBoardDb> Databases(IServiceProvider provider) => provider.GetRequiredService<IDbContextFactory<ThreatBoardDb>>();
}
