using ThreatBoard.Data.Accounts;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>One's workspaces by name, and what administrators look after.</summary>
public sealed class WorkspacesInPalette(PersonAccess access) : IPaletteSource
{
    private static readonly PaletteEntry[] Administration = [new("person", "People", "Administration", "/people"), new("history", "Security audit", "Administration", "/audit")];

    public async Task<IReadOnlyList<PaletteEntry>> FindAsync(string text, PageAddress where, CancellationToken cancel)
    {
        var rooms = (await access.WorkspacesAsync(Right.Read, cancel)).Select(room => new PaletteEntry("boundary", room.Workspace.Name, "Workspace", $"/workspaces/{room.WorkspaceId}"));
        var entries = rooms.Prepend(new("boundary", "Workspaces", "Page", "/workspaces")).Concat(await access.ForInstallationAsync(cancel) is null ? [] : Administration);
        return [.. entries.Where(entry => entry.Title.Contains(text, StringComparison.OrdinalIgnoreCase))];
    }
}
