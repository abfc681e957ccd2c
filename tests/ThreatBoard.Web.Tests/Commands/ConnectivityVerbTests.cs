using System.Text.Json;
using ThreatBoard.Testing;

namespace ThreatBoard.Web.Tests.Commands;

public sealed class ConnectivityVerbTests(ITestOutputHelper output)
{
    private const string Pair = Typed.Pod + """

        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: web, namespace: shop }
        spec: { containers: [{ name: c }] }
        """;

    [Fact]
    public void It_says_whether_one_may_talk_to_the_other_and_why()
    {
        var typed = Typed.Kubernetes(Pair, ["connectivity", "-", "--from", "web", "--to", "shop/agent"]);

        Assert.Equal(0, typed.ExitCode);
        Assert.Contains("→ shop/agent[Pod]: All Connections", typed.Printed, StringComparison.Ordinal);
        Assert.Contains("No policy selects the pod", typed.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_json_and_the_analyzers_format_has_its_lines()
    {
        using var json = JsonDocument.Parse(Typed.Kubernetes(Pair, ["connectivity", "-", "--format", "json"]).Printed);
        Assert.Equal(2, json.RootElement.GetProperty("connections").GetArrayLength());
        Assert.Contains("shop/agent[Pod] => shop/web[Pod] : All Connections\n", Typed.Kubernetes(Pair, ["connectivity", "-", "--format", "netpol-analyzer"]).Printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no workload “nobody”", "--from", "nobody")]
    [InlineData("cannot be “yaml”", "--format", "yaml")]
    public void What_does_not_exist_ends_with_2(string says, params string[] options)
    {
        var typed = Typed.Kubernetes(Pair, ["connectivity", "-", .. options]);

        Assert.Equal(2, typed.ExitCode);
        Assert.Contains(says, typed.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Policies_that_a_cluster_would_refuse_end_with_2_and_are_named()
    {
        var typed = Typed.Kubernetes(
            Pair + "\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: odd, namespace: shop }\nspec: { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/99 } }] }] }", ["connectivity", "-"]);

        Assert.Equal(2, typed.ExitCode);
        Assert.Contains("'shop/odd'", typed.Complaint, StringComparison.Ordinal);
        Assert.Equal("", typed.Printed);
    }

    [Fact]
    [Trait("Conformance", "netpol-analyzer")]
    public void The_command_prints_the_analyzers_cases_line_for_line()
    {
        var folder = Corpus.At("netpol");
        Assert.SkipWhen(folder is null, Corpus.Absent);
        using var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder!, "cases.json")));
        var (agree, wrong) = (0, new List<string>());
        foreach (var name in cases.RootElement.GetProperty("connectivity").EnumerateArray().Select(one => (Case: one.GetProperty("case").GetString()!, Expected: one.GetProperty("expected")[0].GetString()!)))
        {
            if (!name.Expected.EndsWith(".txt", StringComparison.Ordinal)) continue;
            var typed = Typed.Kubernetes("connectivity", Path.Combine(folder!, name.Case, "input"), "--format", "netpol-analyzer");
            if (File.ReadAllLines(Path.Combine(folder!, name.Case, name.Expected)).Where(line => line.Length > 0).SequenceEqual(typed.Printed.Split('\n', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal)) agree++;
            else wrong.Add($"{name.Case}: ended with {typed.ExitCode} {typed.Complaint}");
        }

        output.WriteLine($"{agree}/{agree + wrong.Count} cases");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
