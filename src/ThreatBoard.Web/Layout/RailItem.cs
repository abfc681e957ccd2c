namespace ThreatBoard.Web.Layout;

/// <summary>One page of a model on the rail.</summary>
/// <param name="Section">The last part of its address; empty is the board.</param>
/// <param name="Key">The letter after <c>g</c> that goes there.</param>
public sealed record RailItem(string Section, string Word, string Icon, char Key)
{
    public static IReadOnlyList<RailItem> All { get; } =
    [
        new("", "Board", "board", 'b'),
        new("diagram", "Diagram", "diagram", 'd'),
        new("inventory", "Inventory", "inventory", 'i'),
        new("threats", "Threats", "threat", 't'),
        new("mitigations", "Mitigations", "shield", 'm'),
        new("iterations", "Iterations", "round", 'e') { With = ["assess", "workshop"] },
        new("kubernetes", "Kubernetes", "boundary", 'k'),
        new("sources", "Sources", "source", 's'),
        new("revisions", "Revisions", "history", 'r'),
    ];

    /// <summary>The sections of pages that belong to it.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    public string AddressIn(Guid model) => Section.Length == 0 ? $"/models/{model}" : $"/models/{model}/{Section}";
}
