using System.Text;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.Reports;
using ThreatBoard.Testing;

namespace ThreatBoard.Kubernetes.Tests.Reports;

public sealed class FindingsReportTests
{
    [Fact]
    public void The_worst_come_first_and_what_could_not_be_told_last()
    {
        var findings = FindingsReport.Of(Report.Model(Kubernetes.Samples.Sample.Weak)).Findings;

        var scores = findings.Where(found => found.IsFound).Select(found => found.Rating.Score).ToList();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.True(findings.SkipWhile(found => found.IsFound).All(found => !found.IsFound));
    }

    [Fact]
    public void A_finding_names_the_object_the_file_and_the_line()
    {
        var found = Assert.Single(Report.Findings(Report.Weak).Findings, f => f.Card.Code == "TB-CTR-01");

        Assert.Equal("Pod/shop/agent#container/c", found.Subject);
        Assert.Equal(("deploy/agent pod.yaml", 11), (found.At?.File, found.At?.Line));
    }

    [Fact]
    public void The_threshold_counts_what_was_found_alone()
    {
        var report = Report.Findings(Report.Weak);

        Assert.True(report.HasAny(RiskBand.Critical));
        Assert.False((report with { Findings = [.. report.Findings.Where(f => f.Band < RiskBand.High)] }).HasAny(RiskBand.High));
        var unknown = report.Findings.Select(f => f with { Finding = f.Finding with { Answer = Domain.Modeling.Answer.CannotTell } });
        Assert.False((report with { Findings = [.. unknown] }).HasAny(RiskBand.Low));
    }

    [Fact]
    public void A_fingerprint_outlives_moved_lines_and_renamed_files_and_is_nobody_elses()
    {
        var before = Report.Findings(Report.Weak).Findings;
        var after = FindingsReport.Of(Report.Model($"# moved\n\n{Report.Weak}", "elsewhere.yaml")).Findings;

        Assert.Equal(before.Select(f => f.Fingerprint), after.Select(f => f.Fingerprint));
        Assert.Equal(before.Length, before.Select(f => f.Fingerprint).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void No_format_prints_a_credential()
    {
        var model = Report.Model(Canaries.Text);
        var report = FindingsReport.Of(model);
        foreach (var printed in (byte[][])[Encoding.UTF8.GetBytes(Report.Text(report, all: true)), FindingsJson.Write(report), FindingsSarif.Write(report), model.ToCanonicalJson()])
        {
            Assert.True(Canaries.Has(printed, Canaries.Visible));
            Assert.Empty(Canaries.In(printed));
        }
    }
}
