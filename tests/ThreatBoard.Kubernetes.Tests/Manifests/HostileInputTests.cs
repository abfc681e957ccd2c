using System.Text;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Tests.Manifests;

public sealed class HostileInputTests
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: n}\n";

    [Fact]
    public void Ten_thousand_brackets_cost_no_more_than_the_depth_that_is_allowed()
    {
        var reading = Reading.Of(new string('[', 10_000) + "\n---\n" + Pod);

        var problem = Reading.Refused(reading);
        Assert.Contains("deeper than 100", problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, problem.Line);
        Assert.InRange(reading.Spent.Events, 1, 120);
        Assert.Single(reading.Objects);
    }

    [Fact]
    public void An_alias_bomb_is_refused_before_it_is_expanded()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++) bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");

        var reading = Reading.Of(bomb + "---\n" + Pod);

        Assert.Contains("alias", Reading.Refused(reading).Message, StringComparison.Ordinal);
        Assert.InRange(reading.Spent.Nodes, 1, 200_000);
        Assert.Single(reading.Objects);
    }

    [Theory]
    [InlineData("a: *nothing\n", "anchor that is not defined")]
    [InlineData("a: &a [*a]\n", "anchor that is not defined")]
    [InlineData("? {a: b}\n: c\n", "A key is a map")]
    [InlineData("a: 'b\n", "Not readable as YAML")]
    [InlineData("a: \"\\ud800\"\n", "Not readable as YAML")]
    [InlineData("just text\n", "not a map")]
    [InlineData("[a, b]\n", "not a map")]
    [InlineData("a: b\n", "'kind' is missing")]
    [InlineData("kind: Pod\napiVersion: v1\nmetadata: broken\n", "has no name")]
    [InlineData("kind: List\nitems: broken\n", "not a list")]
    public void What_is_no_object_is_refused_with_its_line(string text, string message)
    {
        var problem = Reading.Refused(Reading.Of(text));

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.True(problem.Line > 0);
    }

    [Theory]
    [InlineData("{{- if .Values.on }}\napiVersion: v1\nkind: Pod\n{{- end }}\n", 1)]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n", 4)]
    public void An_unrendered_template_is_named_as_such(string text, int line)
    {
        var problem = Reading.Refused(Reading.Of(text));

        Assert.Contains("Helm", problem.Message, StringComparison.Ordinal);
        Assert.Contains("helm template", problem.Remedy, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }

    [Fact]
    public void Braces_inside_text_are_no_template() =>
        Assert.Contains("{{ $labels.pod }}", ((TreeScalar)Reading.Data("  rule: |\n    {{ $labels.pod }}\n")["rule"]!).Text, StringComparison.Ordinal);

    [Fact]
    public void Binary_is_refused_with_the_line_of_its_first_NUL_and_the_rest_is_read()
    {
        var reading = Reading.Of("a.yaml", [.. "a: b\nc: "u8, 0, 1, 2, .. Encoding.UTF8.GetBytes("\n---\n" + Pod)]);

        Assert.Equal(2, Reading.Refused(reading).Line);
        Assert.Single(reading.Objects);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused() =>
        Assert.Contains("UTF-8", Reading.Refused(Reading.Of("a.yaml", [.. "a: "u8, 0xED, 0xA0, 0x80])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_NUL_that_was_escaped_is_replaced_since_no_database_holds_it()
    {
        var reading = Reading.Of("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: n}\ndata: {a: \"x\\0y\"}\n");

        Assert.Equal("x\uFFFDy", ((TreeMap)Assert.Single(reading.Objects).Body["data"]!)["a"]!.ToString());
        Assert.Equal(4, Assert.Single(reading.Problems).Line);
    }

    [Fact]
    public void A_duplicated_key_is_reported_and_the_last_one_counts()
    {
        var reading = Reading.Of("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: n}\ndata:\n  a: one\n  a: two\n");

        Assert.Equal("two", ((TreeMap)Assert.Single(reading.Objects).Body["data"]!)["a"]!.ToString());
        Assert.Equal(6, Assert.Single(reading.Problems).Line);
    }

    [Fact]
    public void A_definition_of_over_a_megabyte_is_counted_as_not_used()
    {
        var definition = new StringBuilder("apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: x}\nspec:\n");
        for (var i = 0; definition.Length < 1_200_000; i++) definition.Append($"  field{i}: {{type: string, description: {new string('d', 60)}}}\n");

        var reading = Reading.Of(definition + "---\n" + Pod);

        Assert.Equal(1, reading.NotUsed["apiextensions.k8s.io/v1/CustomResourceDefinition"]);
        Assert.Single(reading.Objects);
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Names_that_hold_scripts_are_text_like_any_other() =>
        Assert.Equal("<script>alert(1)</script>", Reading.One("apiVersion: v1\nkind: Pod\nmetadata: {name: '<script>alert(1)</script>'}").Name);

    [Fact]
    public void A_key_without_end_is_cut_in_messages_and_evidence()
    {
        var key = new string('k', 100_000);
        var text = $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: c, namespace: ns}}\ndata:\n  ? {key}password\n  : hunter2\n  ? {key}password\n  : hunter2\n";

        Assert.All(Reading.Of(text).Problems, p => Assert.InRange(p.Message.Length, 1, 501));
        Assert.All(TestModel.Of(text).AllFindings().SelectMany(f => f.Evidence), e => Assert.InRange(e.Path.Length, 0, 501));
    }

    [Fact]
    public void A_name_without_end_is_refused() =>
        Assert.Contains("longer than", Reading.Refused(Reading.Of($"apiVersion: v1\nkind: Pod\nmetadata: {{name: {new string('a', 300)}}}")).Message, StringComparison.Ordinal);
}
