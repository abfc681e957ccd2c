using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Reports;

namespace ThreatBoard.Kubernetes.Tests.Reports;

public sealed class FindingsTextTests
{
    [Fact]
    public void A_finding_says_how_bad_what_where_and_what_to_do()
    {
        var text = Report.Text(Report.Findings(Report.Weak));

        Assert.Contains("CRITICAL  TB-CTR-01  Privileged container", text, StringComparison.Ordinal);
        Assert.Contains("deploy/agent pod.yaml:11  spec.containers[0].securityContext.privileged: true", text, StringComparison.Ordinal);
        Assert.Contains("  → ", text, StringComparison.Ordinal);
        Assert.Contains("Read 1 file with 1 object.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_places_of_one_rule_are_cut_unless_all_are_asked_for()
    {
        var pods = string.Join("\n---\n", Enumerable.Range(0, 12).Select(i => Report.Weak.Replace("name: agent", $"name: agent-{i:00}", StringComparison.Ordinal)));
        var report = Report.Findings(pods);

        Assert.Contains("… and 7 more places: --all shows them", Report.Text(report), StringComparison.Ordinal);
        Assert.Contains("Pod/shop/agent-11#container/c", Report.Text(report, all: true), StringComparison.Ordinal);
    }

    [Fact]
    public void One_cause_is_one_block_and_a_page_of_causes_is_enough_unless_all_are_asked_for()
    {
        var report = Report.Findings(string.Join("\n---\n", Enumerable.Range(0, 3).Select(i => Report.Weak.Replace("name: agent", $"name: agent-{i}", StringComparison.Ordinal))));

        Assert.Equal(report.Groups().Length, Blocks(Report.Text(report, all: true)));
        Assert.InRange(Blocks(Report.Text(report)), 1, FindingGroups.Page);
        Assert.Equal(report.CountOf(RiskBand.Critical) + report.CountOf(RiskBand.High) + report.CountOf(RiskBand.Medium) + report.CountOf(RiskBand.Low), report.Groups().Sum(group => group.Findings.Length));

        static int Blocks(string text) => text.Split('\n').Count(line => line.Contains("  TB-", StringComparison.Ordinal) && line.Contains("  (", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_send_no_control_sequences_to_the_terminal()
    {
        var text = Report.Text(Report.Findings(Report.Weak.Replace("agent:latest", "\"agent:\\e[2J\\u202Elatest\"", StringComparison.Ordinal)), all: true);

        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain('\u202e', text);
    }

    [Fact]
    public void Nothing_found_is_said_in_one_line() =>
        Assert.Equal("0 findings: 0 critical, 0 high, 0 medium, 0 low. Read 1 file with 1 object.", Report.Text(Report.Findings("apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a, namespace: b}\nautomountServiceAccountToken: false") with { Findings = [] }).Trim());

    [Theory]
    [InlineData("a\nb", "a b")]
    [InlineData("a\u0007b\u200bc", "a b c")]
    [InlineData("ä 漢", "ä 漢")]
    public void One_line_stays_one_line(string text, string line) => Assert.Equal(line, PlainText.OneLine(text));
}
