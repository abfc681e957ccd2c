using ThreatBoard.Web.Commands;

namespace ThreatBoard.Web.Tests.Commands;

public sealed class VerbTests
{
    private static readonly Verb s_verb = new("paint", "WALL…", "Paints walls.",
    [
        new("--colour", "The colour.", "NAME", "-c") { OneOf = ["red", "blue"] },
        new("--coat", "A coat.", "KIND") { Repeats = true },
        new("--dry", "Only says what it would do."),
    ]);

    private static VerbArguments Read(params string[] typed) => s_verb.Read(typed);

    [Fact]
    public void Options_stand_before_and_after_words_with_a_blank_or_an_equals_sign()
    {
        var read = Read("--colour", "red", "north", "--coat=first", "--coat", "second", "south", "--dry");

        Assert.Null(read.Problem);
        Assert.Equal(["north", "south"], read.Words);
        Assert.Equal("red", read["--colour"]);
        Assert.Equal(["first", "second"], read.All("--coat"));
        Assert.True(read.Has("--dry"));
        Assert.Null(Read("north")["--colour"]);
    }

    [Fact]
    public void A_letter_stands_for_its_option_and_a_single_dash_is_a_word()
    {
        Assert.Equal("blue", Read("-c", "blue", "-")["--colour"]);
        Assert.Equal(["-"], Read("-c", "blue", "-").Words);
    }

    [Fact]
    public void After_two_dashes_everything_is_a_word() => Assert.Equal(["--dry", "-c"], Read("--", "--dry", "-c").Words);

    [Theory]
    [InlineData("There is no option --size.", "--size", "3")]
    [InlineData("--colour needs a value: --colour NAME.", "--colour")]
    [InlineData("--colour cannot be “green”. Choose one of: red, blue.", "--colour", "green")]
    [InlineData("--colour is given twice. Give it once.", "-c", "red", "--colour=blue")]
    [InlineData("--dry takes no value.", "--dry=yes")]
    public void What_is_wrong_is_said(string problem, params string[] typed) => Assert.Equal(problem, Read(typed).Problem);

    [Theory]
    [InlineData("--help")]
    [InlineData("-h", "--size")]
    public void Help_is_everybodys(params string[] typed) => Assert.True(Read(typed).AsksForHelp);

    [Fact]
    public void The_help_names_every_option_and_what_it_takes()
    {
        Assert.StartsWith("threatboard paint WALL… [options]", s_verb.Help, StringComparison.Ordinal);
        Assert.Contains("-c, --colour NAME  The colour. One of: red, blue.", s_verb.Help, StringComparison.Ordinal);
        Assert.Contains("    --dry", s_verb.Help, StringComparison.Ordinal);
    }
}
