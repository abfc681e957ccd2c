using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Features.Models;

/// <summary>The models by name, and the ways to make one.</summary>
public sealed class ModelsInPalette(PersonAccess access, WorkspaceModels models) : IPaletteSource
{
    private static readonly PaletteEntry[] Ways =
    [
        new("add", "Draw a new model", "Do", "/models/new"),
        new("import", "Import manifests", "Do", "/models/new/import"),
        new("models", "Try the sample", "Do", "/models/new/sample"),
    ];

    public async Task<IReadOnlyList<PaletteEntry>> FindAsync(string text, PageAddress where, CancellationToken cancel)
    {
        var named = (await models.ListAsync(await access.WorkspacesAsync(Right.Read, cancel), archived: false, cancel)).Select(model => new PaletteEntry("models", model.Name, "Model", $"/models/{model.Id}"));
        return [.. named.Concat(Ways).Where(entry => entry.Title.Contains(text, StringComparison.OrdinalIgnoreCase))];
    }
}
