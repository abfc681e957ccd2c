namespace ThreatBoard.Web.Mail;

/// <summary>Registers the sender of mail and the public address that its links begin with.</summary>
public static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(MailSettings.Of(configuration))
        .AddSingleton(PublicAddress.Of(configuration))
        .AddSingleton<Mailer>();
}
