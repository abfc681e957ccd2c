using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Tests.Manifests;

public sealed class ScalarResolverTests
{
    [Theory]
    [InlineData("yes", ScalarKind.Boolean, "true")]
    [InlineData("off", ScalarKind.Boolean, "false")]
    [InlineData("y", ScalarKind.Text, "y")]
    [InlineData("~", ScalarKind.Null, "null")]
    [InlineData("0755", ScalarKind.Integer, "493")]
    [InlineData("0o17", ScalarKind.Integer, "15")]
    [InlineData("0x1F", ScalarKind.Integer, "31")]
    [InlineData("1_000", ScalarKind.Integer, "1000")]
    [InlineData("-12", ScalarKind.Integer, "-12")]
    [InlineData("1.10", ScalarKind.Float, "1.1")]
    [InlineData("12:30", ScalarKind.Text, "12:30")]
    [InlineData("2026-11-21", ScalarKind.Text, "2026-11-21")]
    [InlineData("=", ScalarKind.Text, "=")]
    [InlineData("5e3", ScalarKind.Text, "5e3")]
    [InlineData("-", ScalarKind.Text, "-")]
    public void Plain_scalars_resolve_as_Kubernetes_resolves_them(string text, ScalarKind kind, string canonical)
    {
        var value = (TreeScalar)Reading.Data($"  a: {(text == "-" ? "'-'" : text)}\n")["a"]!;

        Assert.Equal((kind, canonical), (value.Kind, value.Text));
    }

    [Theory]
    [InlineData("'yes'")]
    [InlineData("\"0755\"")]
    [InlineData("!!str 0755")]
    public void Quoted_and_tagged_scalars_stay_text(string text) =>
        Assert.Equal(ScalarKind.Text, ((TreeScalar)Reading.Data($"  a: {text}\n")["a"]!).Kind);

    [Fact]
    public void A_bare_equals_sign_is_a_key_and_a_value() => Assert.Equal("=", ((TreeScalar)Reading.Data("  =: =\n")["="]!).Text);

    [Fact]
    public void Aliases_and_merge_keys_are_followed()
    {
        var data = Reading.Data("  a: &base {x: 1, z: 2}\n  b: {<<: *base, z: 3}\n");

        var merged = (TreeMap)data["b"]!;
        Assert.Equal(["x=1", "z=3"], merged.Entries.Select(e => $"{e.Key}={e.Value}"));
    }
}
