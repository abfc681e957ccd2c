using System.Text.RegularExpressions;
using ThreatBoard.Architecture.Tests.Sources;

namespace ThreatBoard.Architecture.Tests.Checks;

/// <summary>Which rows of the fault and attack matrix the product says it holds, and the tests that bear their ids.</summary>
public static partial class MatrixRows
{
    /// <summary>Concurrency and attacks, on the surfaces that exist; faults, load and replicas follow with what they concern.</summary>
    public static IReadOnlyList<string> Held { get; } =
    [
        "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B9",
        "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D17", "D18", "D21", "D22", "D23", "D24", "D25", "D26", "D27",
    ];

    public static IEnumerable<string> WithoutTest(IEnumerable<SourceFile> tests)
    {
        var shown = tests.SelectMany(file => Trait().Matches(file.Text)).Select(trait => trait.Groups["row"].Value).ToHashSet(StringComparer.Ordinal);
        return Held.Where(row => !shown.Contains(row)).Select(row => $"Row {row} of the matrix has no test");
    }

    [GeneratedRegex("Trait\\(\"Matrix\", \"(?<row>[A-D][0-9]+)\"\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Trait();
}
