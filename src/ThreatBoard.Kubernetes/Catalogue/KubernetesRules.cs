using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>The rules that look at manifests, in the order of the catalogue; the one place that names them all.</summary>
public static class KubernetesRules
{
    public static ImmutableArray<IThreatRule<Cluster>> All { get; } =
    [
        new PrivilegedContainer(),
        new EscalationNotSwitchedOff(),
        new MayRunAsRoot(),
        new ExplicitRoot(),
        new EscapeCapabilityAdded(),
        new CapabilitiesNotDropped(),
        new RawSockets(),
        new WritableRoot(),
        new NoSeccompProfile(),
        new SeccompDisabled(),
        new HostProcesses(),
        new HostIpc(),
        new HostNetwork(),
        new SensitiveHostPath(),
        new WritableHostPath(),
        new RuntimeSocket(),
        new NoIngressIsolation(),
        new NoEgressIsolation(),
        new NoDefaultDeny(),
        new PolicyAdmitsEveryNamespace(),
        new PolicyOpensToAnyAddress(),
        new EgressToWholeInternet(),
        new PolicySelectsNothing(),
        new OpenLoadBalancer(),
        new NodePortOpen(),
        new IngressWithoutTls(),
        new EverythingAllowed(),
        new WildcardRole(),
        new ClusterAdminBound(),
        new TokenNotNeeded(),
        new DefaultServiceAccount(),
        new SecretInEnvironment(),
        new PlainCredential(),
        new CredentialInConfigMap(),
        new SecretCommitted(),
        new NoPodSecurityLevel(),
        new NoMemoryLimit(),
        new MutableImageTag(),
    ];

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
            run = run.And(RuleRun.Of(Cluster.Of(ids.SelectMany(id => readings[id]), subjects), All));
        }
        return run;
    }
}
