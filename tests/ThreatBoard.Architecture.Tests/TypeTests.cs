using ThreatBoard.Architecture.Tests.Checks;
using ThreatBoard.Architecture.Tests.Sources;

namespace ThreatBoard.Architecture.Tests;

public sealed class TypeTests
{
    private static readonly string s_big = string.Concat(Enumerable.Repeat("\n", Types.SmallType));

    [Fact]
    public void A_file_holds_one_public_type_and_small_ones_beside_it() =>
        Offenders.AreNone(Types.Crowded(Repository.CSharp.Where(f => f.IsProduct)));

    [Fact]
    public void No_type_is_named_for_nothing() => Offenders.AreNone(Types.NamedForNothing(Repository.CSharp));

    [Fact]
    public void Namespaces_are_those_of_the_folders() => Offenders.AreNone(Types.InAnotherNamespace(Repository.CSharp));

    [Fact]
    public void Two_big_types_in_one_file_are_named() =>
        Offenders.Names(Types.Crowded([Offenders.Sample("src/Two.cs", $"public class One {{{s_big}}}\npublic class Two {{{s_big}}}")]), "src/Two.cs");

    [Fact]
    public void Six_small_types_in_one_file_are_named() =>
        Offenders.Names(Types.Crowded([Offenders.Sample("src/Six.cs", "public enum A;public enum B;public enum C;public enum D;public enum E;public enum F;")]), "6 public types");

    [Fact]
    public void A_small_enum_a_generic_twin_and_what_is_not_public_may_stand_beside() =>
        Assert.Empty(Types.Crowded([Offenders.Sample(
            "src/Fine.cs", $"public enum Kind {{ A }}\npublic class One {{{s_big}}}\npublic class One<T> {{{s_big}}}\nclass Hidden {{{s_big}}}")]));

    [Theory]
    [InlineData("class ThreatManager;", "Manager")]
    [InlineData("static class StringUtils;", "Utils")]
    [InlineData("record PageBase;", "Base")]
    public void A_type_named_for_nothing_is_named(string text, string word) =>
        Offenders.Names(Types.NamedForNothing([Offenders.Sample("src/A.cs", text)]), word);

    [Fact]
    public void Words_that_only_begin_alike_are_fine() =>
        Assert.Empty(Types.NamedForNothing([Offenders.Sample("src/A.cs", "class DatabaseBaseline; class CommonerName;")]));

    [Theory]
    [InlineData("namespace ThreatBoard.Elsewhere;")]
    [InlineData("namespace ThreatBoard.Domain.Risk { }")]
    public void Another_namespace_than_the_folders_is_named(string text) =>
        Offenders.Names(Types.InAnotherNamespace([Offenders.Sample("src/ThreatBoard.Domain/Risk/A.cs", text)]), "not ThreatBoard.Domain.Risk");
}
