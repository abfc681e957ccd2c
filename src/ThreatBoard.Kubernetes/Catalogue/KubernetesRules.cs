using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Access;
using ThreatBoard.Kubernetes.Catalogue.Rules.Availability;
using ThreatBoard.Kubernetes.Catalogue.Rules.Chains;
using ThreatBoard.Kubernetes.Catalogue.Rules.Containers;
using ThreatBoard.Kubernetes.Catalogue.Rules.ControlPlane;
using ThreatBoard.Kubernetes.Catalogue.Rules.Exposure;
using ThreatBoard.Kubernetes.Catalogue.Rules.Identity;
using ThreatBoard.Kubernetes.Catalogue.Rules.Namespaces;
using ThreatBoard.Kubernetes.Catalogue.Rules.Network;
using ThreatBoard.Kubernetes.Catalogue.Rules.Pods;
using ThreatBoard.Kubernetes.Catalogue.Rules.Secrets;
using ThreatBoard.Kubernetes.Catalogue.Rules.Supply;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>The rules that look at manifests, family by family, in the order of the catalogue.</summary>
public static class KubernetesRules
{
    public static ImmutableArray<IThreatRule<Cluster>> All { get; } =
    [
        .. ContainerRules.All,
        .. PodRules.All,
        .. NetworkRules.All,
        .. ExposureRules.All,
        .. AccessRules.All,
        .. IdentityRules.All,
        .. SecretRules.All,
        .. ControlPlaneRules.All,
        .. NamespaceRules.All,
        .. AvailabilityRules.All,
        .. SupplyRules.All,
        .. ChainRules.All,
    ];

    /// <summary>What every rule finds in a cluster, with suggestions that fit where it was found.</summary>
    public static ImmutableArray<Finding> FindingsIn(Cluster cluster)
    {
        var weighing = new Weighing(cluster);
        return [.. All.SelectMany(rule => rule.Examine(cluster)).Select(weighing.Weigh)];
    }

    /// <summary>Runs every rule over every cluster of the model.</summary>
    /// <param name="content">The model.</param>
    /// <param name="readings">What the accepted snapshot of each source holds; sources without one are passed over.</param>
    public static RuleRun Run(ModelContent content, IReadOnlyDictionary<Id<Source>, ImmutableArray<KubernetesObject>> readings)
    {
        var run = new RuleRun([.. All.Select(rule => rule.Card.Code)], []);
        var clusters = content.All<Source>().Where(s => readings.ContainsKey(s.Id)).GroupBy(s => s.Cluster, StringComparer.Ordinal);
        foreach (var sources in clusters.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var ids = sources.OrderBy(s => s.Id).Select(s => s.Id).ToList();
            var subjects = new Subjects(content, ids.ToHashSet(), sources.Key);
            var cluster = Cluster.Of(ids.SelectMany(id => readings[id]), subjects);
            run = run.And(new RuleRun([.. All.Select(rule => rule.Card.Code)], FindingsIn(cluster)) { Cards = [.. All.Select(rule => rule.Card)] });
        }
        return run;
    }
}
