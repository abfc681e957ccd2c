using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Tests.Ui;

[Trait("Matrix", "D15")]
public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData(" \"=1", "\"' \"\"=1\"")]
    [InlineData("Ann, \"the\" owner", "\"Ann, \"\"the\"\" owner\"")]
    [InlineData("", "\"\"")]
    public void No_cell_is_taken_for_a_formula_or_ends_early(string text, string cell) => Assert.Equal(cell, CsvText.Cell(text));

    [Fact]
    public void A_line_quotes_each_cell() => Assert.Equal("\"a\",\"'=1\",\"say \"\"hi\"\"\"\r\n", CsvText.Line("a", "=1", "say \"hi\""));
}
