using Microsoft.AspNetCore.Components;

namespace ThreatBoard.Web.Layout;

/// <summary>The detail panel is opened by the address, so that what is open can be shared.</summary>
public static class OpenItemNavigation
{
    /// <summary>The present address with this item open.</summary>
    public static string AddressToOpen(this NavigationManager navigation, string kind, Guid id) =>
        navigation.GetUriWithQueryParameter("open", new OpenItem(kind, id).ToString());
}
