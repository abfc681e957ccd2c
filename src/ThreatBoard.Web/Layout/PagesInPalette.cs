namespace ThreatBoard.Web.Layout;

/// <summary>The pages of the workspace and of the model at hand.</summary>
public sealed class PagesInPalette : IPaletteSource
{
    private static readonly PaletteEntry[] Workspace =
    [
        new("home", "Home", "Page", "/"),
        new("board", "Board of all models", "Page", "/board"),
        new("inbox", "Inbox", "Page", "/inbox"),
        new("models", "All models", "Page", "/models"),
        new("rules", "Rules", "Page", "/rules"),
        new("person", "Account", "Page", "/account"),
        new("person", "Personal access tokens", "Page", "/account/tokens"),
    ];

    /// <summary>Pages of a model that are reached from others of its pages.</summary>
    private static readonly (string Icon, string Word, string Path)[] Beside =
    [
        ("inventory", "Coverage", "iterations/coverage"),
        ("threat", "Assess threats, one after the other", "assess"),
        ("team", "Workshop view", "workshop"),
        ("check", "Acceptances", "acceptances"),
        ("shield", "Questions about controls", "questions"),
    ];

    public Task<IReadOnlyList<PaletteEntry>> FindAsync(string text, PageAddress where, CancellationToken cancel)
    {
        var inModel = where.Model is { } model
            ? RailItem.All.Select(item => new PaletteEntry(item.Icon, item.Word, "This model", item.AddressIn(model)))
                .Concat(Beside.Select(page => new PaletteEntry(page.Icon, page.Word, "This model", $"/models/{model}/{page.Path}")))
            : [];
        return Task.FromResult<IReadOnlyList<PaletteEntry>>(
            [.. inModel.Concat(Workspace).Where(entry => entry.Title.Contains(text, StringComparison.OrdinalIgnoreCase))]);
    }
}
