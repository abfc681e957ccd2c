using Microsoft.AspNetCore.Components;

namespace ThreatBoard.Web.Layout;

/// <summary>Opens and closes the detail panel by the address, so that what is open can be shared.</summary>
public static class OpenItemNavigation
{
    /// <summary>The present address with this item open.</summary>
    public static string AddressToOpen(this NavigationManager navigation, string kind, Guid id) =>
        navigation.GetUriWithQueryParameter("open", new OpenItem(kind, id).ToString());

    public static void Open(this NavigationManager navigation, string kind, Guid id) =>
        navigation.NavigateTo(navigation.AddressToOpen(kind, id), replace: true);

    public static void CloseItem(this NavigationManager navigation) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameter("open", (string?)null), replace: true);
}
