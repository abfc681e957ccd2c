using ThreatBoard.Architecture.Tests.Checks;
using ThreatBoard.Architecture.Tests.Sources;

namespace ThreatBoard.Architecture.Tests;

public sealed class SizeTests
{
    [Fact]
    public void No_file_is_longer_than_the_house_allows() => Offenders.AreNone(Sizes.LongFiles(Repository.Code));

    [Fact]
    public void No_method_is_longer_than_the_house_allows() => Offenders.AreNone(Sizes.LongMethods(Repository.CSharp));

    [Theory]
    [InlineData("src/ThreatBoard.Web/Long.cs", Sizes.CSharpFile)]
    [InlineData("src/ThreatBoard.Web/Long.razor", Sizes.RazorFile)]
    [InlineData("tests/ThreatBoard.Web.Tests/LongTests.cs", Sizes.TestFile)]
    public void A_file_one_line_too_long_is_named_and_one_that_fits_is_not(string path, int limit)
    {
        Offenders.Names(Sizes.LongFiles([Offenders.Sample(path, Lines(limit + 1))]), path);
        Assert.Empty(Sizes.LongFiles([Offenders.Sample(path, Lines(limit))]));
    }

    [Theory]
    [InlineData("void Long() {", "}")]
    [InlineData("Sample() {", "}")]
    [InlineData("int Long => 1", ";")]
    public void A_method_one_line_too_long_is_named_and_one_that_fits_is_not(string start, string end)
    {
        Offenders.Names(Sizes.LongMethods([Class($"{start}\n{Lines(Sizes.Method - 1)}{end}")]), $"{Sizes.Method + 1} lines");
        Assert.Empty(Sizes.LongMethods([Class($"{start}\n{Lines(Sizes.Method - 2)}{end}")]));
    }

    private static SourceFile Class(string member) => Offenders.Sample("src/Sample.cs", $"class Sample\n{{\n/// <summary>Not counted.</summary>\n{member}\n}}\n");

    private static string Lines(int count) => string.Concat(Enumerable.Repeat("\n", count));
}
