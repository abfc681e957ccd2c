using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Web.Hosting.SingleSignOn;

/// <summary>The OpenID provider as configured under <c>ThreatBoard:SingleSignOn</c>.</summary>
/// <param name="Issuer">As the provider names itself in its discovery document and its tokens, to the letter; without one there is no single sign-on.</param>
/// <param name="Label">What the button on the login page says.</param>
/// <param name="Scopes">What is asked for; <c>openid</c> is always among them.</param>
/// <param name="GroupsClaim">The claim of the ID token that has the person's groups.</param>
/// <param name="SecondFactor">Values of <c>acr</c> or <c>amr</c> that count as a second factor; none where empty.</param>
/// <param name="Groups">Which group gives which role where.</param>
public sealed record SingleSignOnSettings(
    string Issuer, string ClientId, string ClientSecret, string Label, IReadOnlyList<string> Scopes, string GroupsClaim, IReadOnlyList<string> SecondFactor, IReadOnlyList<GroupRole> Groups)
{
    public const string Section = "ThreatBoard:SingleSignOn";

    public bool IsConfigured => Issuer.Length > 0;

    public static SingleSignOnSettings Of(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        return new(
            (section["Issuer"] ?? "").Trim(), section["ClientId"] ?? "", section["ClientSecret"] ?? "", section["Label"] ?? "Log in with single sign-on",
            Words(section["Scopes"] ?? "openid profile email"), section["GroupsClaim"] ?? "groups", Words(section["SecondFactor"] ?? ""),
            [.. section.GetSection("Groups").GetChildren().Select(Group).OfType<GroupRole>()]);
    }

    /// <returns>The problem with what is configured, as a sentence that says what to do; null when it can be used or is not configured.</returns>
    public static string? Problem(IConfiguration configuration) => Of(configuration) switch
    {
        { IsConfigured: false } => null,
        _ when !InstallationMode.Of(configuration).IsServer => "Single sign-on needs a server installation: set ThreatBoard__Mode=Server, or leave ThreatBoard__SingleSignOn__Issuer out.",
        { Issuer: var issuer } when !IsTrustworthy(issuer) => $"{Section}:Issuer is “{issuer}”: give the address by which the provider names itself, such as https://login.example.org.",
        { ClientId: "" } or { ClientSecret: "" } => $"{Section} needs ClientId and ClientSecret, as the provider gave them.",
        _ when configuration.GetSection(Section).GetSection("Groups").GetChildren().FirstOrDefault(group => Group(group) is null) is { } wrong =>
            $"{wrong.Path} needs Group, Workspace (its id, or its name) and Role (one of {string.Join(", ", Enum.GetNames<Role>())}).",
        _ => null,
    };

    /// <summary>Only this machine may be spoken to without TLS.</summary>
    public static bool IsTrustworthy(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && Loopback.IsLoopback(url.Host)));

    /// <summary>Without the secret.</summary>
    public override string ToString() => IsConfigured ? Issuer : "no single sign-on";

    private static string[] Words(string text) => text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    private static GroupRole? Group(IConfigurationSection section) =>
        section["Group"] is { Length: > 0 } group && section["Workspace"] is { Length: > 0 } workspace
        && Enum.GetNames<Role>().Contains(section["Role"], StringComparer.OrdinalIgnoreCase) && Enum.TryParse<Role>(section["Role"], ignoreCase: true, out var role)
            ? new(group, workspace, role)
            : null;
}
