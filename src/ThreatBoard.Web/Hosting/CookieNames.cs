using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace ThreatBoard.Web.Hosting;

/// <summary>Names cookies after the port: the options are made with the first request, when the port is known.</summary>
public sealed class CookieNames(ListenAddress listening) : IPostConfigureOptions<CookieAuthenticationOptions>, IPostConfigureOptions<AntiforgeryOptions>
{
    public void PostConfigure(string? name, CookieAuthenticationOptions options) => options.Cookie.Name = listening.CookieName("person");

    public void PostConfigure(string? name, AntiforgeryOptions options) => options.Cookie.Name = listening.CookieName("form");
}
