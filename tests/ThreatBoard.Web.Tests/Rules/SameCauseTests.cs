using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Samples;
using ThreatBoard.Web.Rules;

namespace ThreatBoard.Web.Tests.Rules;

public sealed class SameCauseTests
{
    private static readonly ImmutableArray<KubernetesObject> s_objects = ManifestReader.Read(Sample.Weak).Objects;
    private static readonly ModelContent s_model = ModelDerivation.Of(s_objects, Sample.Source).Content.With(new Source { Id = DerivedContent.Self, Name = "shop", Cluster = Sample.Source.Cluster });
    private static readonly Dictionary<Id<Source>, ImmutableArray<KubernetesObject>> s_readings = new() { [DerivedContent.Self] = s_objects };

    [Fact]
    public void A_flow_in_clear_text_is_found_once_with_what_the_manifests_are_sure_of()
    {
        var manifests = KubernetesRules.Run(s_model, s_readings).Findings.Where(f => f.Card.Code == "TB-NET-16").ToList();
        var run = ModelRules.Run(s_model, s_readings);

        Assert.NotEmpty(manifests);
        Assert.All(manifests, clear =>
        {
            var said = Assert.Single(run.Findings, f => f.Subject == clear.Subject && f.Card.Code is ("FLOW-001" or "TB-NET-16"));
            Assert.True(clear.Answer != Answer.Found || said.Answer == Answer.Found, $"The manifests are sure of {clear.Subject}, and the finding is not.");
        });
    }
}
