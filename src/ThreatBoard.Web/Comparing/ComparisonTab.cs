namespace ThreatBoard.Web.Comparing;

/// <summary>One way to look at a comparison; each has an address of its own.</summary>
/// <param name="Path">The last part of its address; empty for the tree.</param>
public sealed record ComparisonTab(string Path, string Word)
{
    public static ComparisonTab Tree { get; } = new("", "Changes");

    public static ComparisonTab Diagram { get; } = new("diagram", "Diagram");

    public static ComparisonTab Risk { get; } = new("risk", "Risk");

    public static ComparisonTab Journal { get; } = new("journal", "Who, when, why");

    public static IReadOnlyList<ComparisonTab> All { get; } = [Tree, Diagram, Risk, Journal];

    public string AddressOf(Guid model, string range) => $"/models/{model}/revisions/{range}{(Path.Length == 0 ? "" : $"/{Path}")}";
}
