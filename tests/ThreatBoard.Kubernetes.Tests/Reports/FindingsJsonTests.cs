using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.Reports;

namespace ThreatBoard.Kubernetes.Tests.Reports;

public sealed class FindingsJsonTests
{
    [Fact]
    public void It_holds_every_finding_with_its_places_and_the_counts_of_the_bands()
    {
        var report = Report.Findings(Report.Weak);
        var json = Report.Parse(FindingsJson.Write(report));

        Assert.Equal(1, json.GetProperty("format").GetInt32());
        Assert.Equal(report.Findings.Length, json.GetProperty("findings").GetArrayLength());
        Assert.Equal(report.CountOf(RiskBand.Critical), json.GetProperty("summary").GetProperty("critical").GetInt32());
        var first = json.GetProperty("findings").EnumerateArray().First(f => f.GetProperty("rule").GetString() == "TB-CTR-01");
        Assert.Equal(11, first.GetProperty("at").GetProperty("line").GetInt32());
        Assert.Equal("true", first.GetProperty("evidence")[0].GetProperty("value").GetString());
        Assert.Equal("critical", first.GetProperty("band").GetString());
    }

    [Fact]
    public void It_says_what_could_not_be_read()
    {
        var json = Report.Parse(FindingsJson.Write(FindingsReport.Of(Report.Model([new("values.yaml", "a: 1"u8.ToArray()), .. Kubernetes.Samples.Sample.Weak]))));

        Assert.Contains(json.GetProperty("input").GetProperty("problems").EnumerateArray(), p => p.GetProperty("file").GetString() == "values.yaml" && p.GetProperty("severity").GetString() == "refused");
    }
}
