using Microsoft.AspNetCore.Authentication.OAuth;

namespace ThreatBoard.Web.Hosting.SingleSignOn;

/// <summary>The options of the framework's OAuth handler; its endpoints are filled in from the provider's discovery document.</summary>
public sealed class OpenIdOptions : OAuthOptions;
