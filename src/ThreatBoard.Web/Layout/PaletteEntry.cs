namespace ThreatBoard.Web.Layout;

/// <summary>One line of the palette: where it goes.</summary>
public sealed record PaletteEntry(string Icon, string Title, string Kind, string Address);

/// <summary>Something the palette searches in; several are registered, asked in that order.</summary>
public interface IPaletteSource
{
    /// <returns>What fits the text, best first; with an empty text what is most useful here.</returns>
    Task<IReadOnlyList<PaletteEntry>> FindAsync(string text, PageAddress where, CancellationToken cancel);
}
