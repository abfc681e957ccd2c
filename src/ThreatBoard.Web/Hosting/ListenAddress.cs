using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ThreatBoard.Web.Hosting;

/// <summary>Where this process listens, known once it does.</summary>
public sealed class ListenAddress(IServer server)
{
    /// <summary>Such as <c>http://127.0.0.1:5080</c>: what a person on this machine types.</summary>
    public Uri Url
    {
        get
        {
            var first = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://127.0.0.1:80";
            var address = BindingAddress.Parse(first);
            return new Uri($"{address.Scheme}://127.0.0.1:{address.Port}");
        }
    }

    /// <summary>Two checkouts on one machine share the host name, and so would share cookies of one name.</summary>
    public string CookieName(string what) => $"threatboard-{what}-{Url.Port}";
}
