using ThreatBoard.Data.Inbox;

namespace ThreatBoard.Web.Notices;

/// <summary>Registers digests, and what an installation has set about inboxes.</summary>
public static class NoticeServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<InboxSettings>(settings => settings.Read(configuration[$"{InboxSettings.Section}:DueWithinDays"]))
        .AddSingleton<DigestJob>()
        .AddHostedService(provider => provider.GetRequiredService<DigestJob>());
}
