using ThreatBoard.Data.Auditing;
using ThreatBoard.Web.Commands;

namespace ThreatBoard.Web.Tests.Workspaces;

public sealed class VerifyCommandTests
{
    [Fact]
    [Trait("Matrix", "D23")]
    public async Task What_holds_is_one_line_and_no_error()
    {
        var (code, output, errors) = await PrintAsync(new(12, 2, 30, 4, []));
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal("All holds: 12 lines of the security audit, 30 journal entries and 4 revisions of 2 models are what was written.", output.Trim());
    }

    [Fact]
    [Trait("Matrix", "D23")]
    public async Task What_does_not_hold_is_a_line_each_and_the_exit_code()
    {
        var (code, output, errors) = await PrintAsync(new(12, 2, 30, 4, [new(null, "Security audit", "Line 13 is missing."), new(Guid.Empty, "Journal of Shop\nAll holds", "Entry 2 is missing.")]));
        Assert.Equal(1, code);
        Assert.StartsWith("Not all holds", output, StringComparison.Ordinal);
        Assert.Equal(["DAMAGED  Security audit: Line 13 is missing.", "DAMAGED  Journal of Shop All holds: Entry 2 is missing."], errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<(int Code, string Output, string Errors)> PrintAsync(HistoryReport report)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await VerifyCommand.PrintAsync(report, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
