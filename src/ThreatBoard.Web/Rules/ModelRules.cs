using System.Collections.Immutable;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Web.Rules;

/// <summary>Every rule over a whole model and what its sources gave; pure.</summary>
public static class ModelRules
{
    /// <param name="readings">The objects of each source that has an accepted reading.</param>
    public static RuleRun Run(ModelContent content, IReadOnlyDictionary<Id<Source>, ImmutableArray<KubernetesObject>> readings) =>
        SameCause.Joined(RuleRun.Of(new ModelGraph(content), DomainRules.All).And(KubernetesRules.Run(content, readings)));
}
