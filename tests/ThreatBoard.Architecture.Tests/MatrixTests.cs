using ThreatBoard.Architecture.Tests.Checks;
using ThreatBoard.Architecture.Tests.Sources;

namespace ThreatBoard.Architecture.Tests;

public sealed class MatrixTests
{
    private static IEnumerable<SourceFile> Tests => Repository.Code.Where(f => f.IsTest && !f.Path.StartsWith("tests/ThreatBoard.Architecture.Tests/", StringComparison.Ordinal));

    [Fact]
    public void Every_row_that_is_held_has_a_test() => Offenders.AreNone(MatrixRows.WithoutTest(Tests));

    [Fact]
    public void A_row_without_a_test_is_named() => Assert.Contains("Row B1 of the matrix has no test", MatrixRows.WithoutTest([Offenders.Sample("tests/A.cs", "[Trait(\"Matrix\", \"B2\")]")]));
}
