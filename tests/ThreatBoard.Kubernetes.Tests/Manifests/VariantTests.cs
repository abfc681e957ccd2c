using System.Text;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Tests.Manifests;

public sealed class VariantTests
{
    private const string Plain = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {type: ClusterIP}\n---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web, namespace: shop}\n";
    private const string Node = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {type: NodePort}\n";

    [Fact]
    public void An_object_that_two_files_define_differently_is_a_choice_and_not_a_merge()
    {
        var reading = Read(ReadingChoices.None, ("plain.yaml", Plain), ("node.yaml", Node));

        var variant = Assert.Single(reading.Variants);
        Assert.Equal("Service/shop/web", variant.Key);
        Assert.Equal(["plain.yaml", "node.yaml"], variant.Places.Select(p => p.File));
        Assert.Equal(("node.yaml", false), (variant.Counts.File, variant.IsDecided));
        Assert.True(reading.Asks);
        Assert.Contains("plain.yaml, node.yaml: Service/shop/web", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain.yaml", "ClusterIP")]
    [InlineData("node.yaml", "NodePort")]
    public void The_file_that_is_preferred_counts(string preferred, string type)
    {
        var reading = Read(new() { Prefer = [preferred] }, ("plain.yaml", Plain), ("node.yaml", Node));

        Assert.Equal(type, ((TreeMap)Assert.Single(reading.Objects, o => o.Kind == "Service").Body["spec"]!)["type"]!.ToString());
        Assert.False(reading.Asks);
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void A_file_that_is_left_out_is_not_read()
    {
        var reading = Read(new() { LeaveOut = ["plain.yaml"] }, ("shop.zip/plain.yaml", Plain), ("node.yaml", Node));

        Assert.Equal(["Service/shop/web"], reading.Objects.Select(o => o.Key));
        Assert.Equal(["node.yaml"], reading.Files);
        Assert.Empty(reading.Variants);
    }

    [Fact]
    public void The_same_text_in_two_files_is_no_choice()
    {
        var reading = Read(ReadingChoices.None, ("a.yaml", Node), ("b.yaml", $"# a copy\n{Node}"), ("c.yaml", Node));

        Assert.Empty(reading.Variants);
        Assert.Empty(reading.Problems);
        Assert.Equal("a.yaml", Assert.Single(reading.Objects).Location.File);
    }

    [Fact]
    public void Objects_of_the_same_files_are_one_choice()
    {
        var other = Plain.Replace("ClusterIP", "LoadBalancer", StringComparison.Ordinal).Replace("namespace: shop}\n", "namespace: shop, labels: {v: two}}\n", StringComparison.Ordinal);
        var reading = Read(ReadingChoices.None, ("a.yaml", Plain), ("b.yaml", other), ("c.yaml", Node));

        Assert.Equal(["a.yaml, b.yaml: ServiceAccount/shop/web", "a.yaml, b.yaml, c.yaml: Service/shop/web"], FileChoice.Of(reading.Variants).Select(c => c.ToString()).OrderBy(t => t.Length));
        Assert.Empty(Read(new() { Prefer = ["a.yaml"] }, ("a.yaml", Plain), ("b.yaml", other), ("c.yaml", Node)).Problems);
    }

    [Fact]
    public void Objects_without_a_namespace_ask_for_it_and_go_where_they_are_said_to()
    {
        const string bare = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n";

        var asking = Read(ReadingChoices.None, ("a.yaml", bare));
        var said = Read(new() { Namespace = "shop" }, ("a.yaml", bare));

        Assert.Equal((true, 1, "Service/default/web"), (asking.Asks, asking.WithoutNamespace, Assert.Single(asking.Objects).Key));
        Assert.Equal((false, 1, "Service/shop/web"), (said.Asks, said.WithoutNamespace, Assert.Single(said.Objects).Key));
        Assert.Empty(said.Problems);
        Assert.False(Read(ReadingChoices.None, ("a.yaml", Node)).Asks);
    }

    private static ManifestReading Read(ReadingChoices choices, params (string Name, string Text)[] files) =>
        ManifestReader.Read(files.Select(f => new Upload(f.Name, Encoding.UTF8.GetBytes(f.Text))), choices: choices);
}
