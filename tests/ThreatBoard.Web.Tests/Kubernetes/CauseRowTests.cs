using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Samples;
using ThreatBoard.Web.Features.Kubernetes;

namespace ThreatBoard.Web.Tests.Kubernetes;

public sealed class CauseRowTests
{
    private static readonly DateOnly s_today = new(2030, 6, 1);

    [Fact]
    public async Task Threats_of_one_cause_are_one_row_though_some_weigh_more_where_the_internet_reaches()
    {
        var rows = await RowsAsync(content => content);

        var metadata = Assert.Single(rows.Rows, row => row.Rule == "TB-NET-07");
        Assert.True(metadata.Subjects > metadata.Exposed && metadata.Exposed > 0, $"{metadata.Exposed} of {metadata.Subjects}");
        Assert.DoesNotContain("More likely", metadata.Cause, StringComparison.Ordinal);
        Assert.InRange(rows.Rows.Length, 1, FindingGroups.Page);
    }

    [Fact]
    public async Task What_was_dismissed_is_no_cause_any_more()
    {
        var rows = await RowsAsync(content => content.With(content.All<Threat>().Where(threat => threat.Finding?.Rule == "TB-CTR-01").Select(threat => threat with { Treatment = new(TreatmentKind.NotApplicable, "A demonstration") })));

        Assert.DoesNotContain(rows.Rows, row => row.Rule == "TB-CTR-01");
        Assert.Contains((await RowsAsync(content => content)).Rows, row => row.Rule == "TB-CTR-01");
    }

    private static Task<Listed<CauseRow>> RowsAsync(Func<ModelContent, ModelContent> afterwards) =>
        new ReadModel(Sample.Weak, WithThreats, afterwards).AskAsync(look => CauseRow.All(look, s_today));

    private static ModelContent WithThreats(ModelContent content) => content.Apply(
        KubernetesRules.Run(content, new Dictionary<Id<Source>, System.Collections.Immutable.ImmutableArray<KubernetesObject>> { [DerivedContent.Self] = ManifestReader.Read(Sample.Weak).Objects })
            .ChangesTo(content, TimeProvider.System));
}
