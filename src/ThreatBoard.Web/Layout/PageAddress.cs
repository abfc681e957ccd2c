using Microsoft.AspNetCore.WebUtilities;

namespace ThreatBoard.Web.Layout;

/// <summary>What the frame reads from the address: the model, its page, and the item that the detail panel shows.</summary>
/// <param name="Section">The page of the model, such as <c>threats</c>; empty on its board and outside of models.</param>
public sealed record PageAddress(Guid? Model, string Section, OpenItem? Open)
{
    public static PageAddress Parse(Uri address)
    {
        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var open = QueryHelpers.ParseQuery(address.Query).TryGetValue("open", out var text) ? OpenItem.Parse(text) : null;
        return parts is ["models", var id, ..] && Guid.TryParse(id, out var model)
            ? new(model, parts.Length > 2 ? parts[2] : "", open)
            : new(null, "", open);
    }
}
