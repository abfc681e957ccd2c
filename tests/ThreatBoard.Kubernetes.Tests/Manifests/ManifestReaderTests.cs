using System.Text;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Tests.Manifests;

public sealed class ManifestReaderTests
{
    private const string Service = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop, labels: {app: web}}\nspec:\n  ports:\n  - port: 80\n";

    [Fact]
    public void An_object_keeps_its_key_labels_file_document_and_lines()
    {
        var found = Assert.Single(Reading.Of("shop.yaml", Encoding.UTF8.GetBytes("# licence\n---\n" + Service)).Objects);

        Assert.Equal("Service/shop/web", found.Key);
        Assert.Equal("web", found.Labels["app"]);
        Assert.Equal(new ObjectLocation("shop.yaml", 1, 3), found.Location);
        var ports = (TreeList)((TreeMap)found.Body["spec"]!)["ports"]!;
        Assert.Equal(8, ((TreeMap)ports.Items[0])["port"]!.Line);
    }

    [Fact]
    public void Empty_documents_comments_and_directives_are_no_documents() =>
        Assert.Single(Reading.Of($"%YAML 1.2\n---\n---\n# nothing\n---\n{Service}---\n...\n").Objects);

    [Fact]
    public void A_broken_document_does_not_take_the_others_with_it()
    {
        var reading = Reading.Of($"{Service}---\na: [b\n---\n{Service.Replace("web", "api", StringComparison.Ordinal)}");

        Assert.Equal(["Service/shop/api", "Service/shop/web"], reading.Objects.Select(o => o.Key));
        var problem = Reading.Refused(reading);
        Assert.Equal((Upload.PastedName, 2), (problem.File, problem.Document));
        Assert.InRange(problem.Line, 7, 9);
    }

    [Fact]
    public void Byte_order_marks_and_Windows_line_ends_are_read()
    {
        var text = Service.ReplaceLineEndings("\r\n") + "---\r\n" + Service.Replace("web", "api", StringComparison.Ordinal).ReplaceLineEndings("\r\n");

        Assert.Equal(2, Reading.Of("a.yaml", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]).Objects.Length);
        Assert.Equal(2, Reading.Of("a.yaml", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]).Objects.Length);
    }

    [Fact]
    public void Json_is_read_with_tabs_escapes_and_surrogate_pairs()
    {
        var found = Reading.One("{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"ConfigMap\",\n\t\"metadata\": {\"name\": \"c\"},\n\t\"data\": {\"a\": \"x\\/y \\ud83d\\ude00\"}\n}");

        Assert.Equal("x/y \U0001F600", ((TreeScalar)((TreeMap)found.Body["data"]!)["a"]!).Text);
    }

    [Fact]
    public void Items_of_lists_are_read_even_without_a_kind_of_their_own()
    {
        var reading = Reading.Of(
            """
            apiVersion: v1
            kind: PodList
            items:
            - metadata: {name: a, namespace: ns}
            - metadata: {name: b, namespace: ns}
            ---
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: apps/v1, kind: Deployment, metadata: {name: d, namespace: ns}}
            """);

        Assert.Equal(["Pod/ns/a", "Pod/ns/b", "apps/Deployment/ns/d"], reading.Objects.Select(o => o.Key));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void What_is_not_used_is_counted_and_named_with_its_group()
    {
        var reading = Reading.Of("apiVersion: example.com/v1\nkind: Gateway\nmetadata: {name: g}\n---\napiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: s}");

        Assert.Empty(reading.Objects);
        Assert.Equal(1, reading.NotUsed["example.com/v1/Gateway"]);
        Assert.Equal(1, reading.NotUsed["serving.knative.dev/v1/Service"]);
    }

    [Fact]
    public void The_key_does_not_depend_on_the_version_of_the_API() =>
        Assert.Equal("apps/Deployment/ns/d", Reading.One("apiVersion: extensions/v1beta1\nkind: Deployment\nmetadata: {name: d, namespace: ns}").Key);

    [Fact]
    public void An_object_that_stands_twice_is_reported_and_the_last_one_counts()
    {
        var reading = Reading.Of($"{Service}---\n{Service.Replace("80", "81", StringComparison.Ordinal)}");

        Assert.Equal(7, Assert.Single(reading.Objects).Location.Line - 1);
        Assert.Contains("line 1", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_without_a_namespace_go_where_kubectl_would_put_them()
    {
        var reading = ManifestReader.Read([Upload.Pasted("apiVersion: v1\nkind: Pod\nmetadata: {name: p}")], choices: new() { Namespace = "team" });

        Assert.Equal("Pod/team/p", Assert.Single(reading.Objects).Key);
        Assert.Contains("'default'", Assert.Single(Reading.Of("apiVersion: v1\nkind: Pod\nmetadata: {name: p}").Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_manifest_is_named_with_what_to_do()
    {
        var problem = Reading.Refused(Reading.Of("notes.txt", "hello"u8.ToArray()));

        Assert.Equal("notes.txt", problem.File);
        Assert.NotEmpty(problem.Remedy);
    }

    [Fact]
    public void A_literal_block_may_begin_with_blanks() =>
        Assert.Equal("x: 1\n", ((TreeScalar)Reading.Data("  a: |\n      \n    x: 1\n")["a"]!).Text.TrimStart('\n'));
}
