using System.Collections.Concurrent;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.PodSecurity;

/// <summary>Which pods of a cluster pass which level of the Pod Security Standards, and what each namespace enforces.</summary>
public sealed class PodSecurityLevels
{
    public const string EnforceLabel = "pod-security.kubernetes.io/enforce";
    public const string VersionLabel = "pod-security.kubernetes.io/enforce-version";
    private const int MostEvidence = 20;

    private readonly Cluster _cluster;
    private readonly ConcurrentDictionary<string, NamespaceSecurity> _namespaces = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Key, int Minor), PodSecurityLevel> _levels = new();

    public PodSecurityLevels(Cluster cluster) => _cluster = cluster;

    /// <summary>The checks up to a level that a pod template does not pass, with the places that make them fail.</summary>
    /// <param name="workload">What makes the pods.</param>
    /// <param name="level">Checks of this level and of those below it count.</param>
    /// <param name="version">Whose standards; the latest where none is given.</param>
    public static IReadOnlyList<PodSecurityViolation> Violations(Workload workload, PodSecurityLevel level, PodSecurityVersion? version = null)
    {
        var at = version ?? PodSecurityVersion.Latest;
        return
        [
            .. from check in PodSecurityChecks.All
               where check.Level <= level && check.IsIn(at)
               let offences = check.Offences(workload, at).Take(MostEvidence).Select(place => place.Evidence).ToValueList()
               where offences.Count > 0
               select new PodSecurityViolation(check, offences),
        ];
    }

    /// <summary>The strictest level that the pods of a template pass.</summary>
    public PodSecurityLevel LevelOf(Workload workload, PodSecurityVersion? version = null)
    {
        var at = version ?? PodSecurityVersion.Latest;
        return _levels.GetOrAdd((workload.Key, at.Minor), _ => Strictest(workload, at));
    }

    /// <summary>What a namespace enforces, and the strictest level that it could enforce with the pods it has.</summary>
    public NamespaceSecurity In(string name) => _namespaces.GetOrAdd(name, Judged);

    /// <summary>The checks by which the namespace of a pod template forbids its pods; none where nothing is enforced or known.</summary>
    public IReadOnlyList<PodSecurityViolation> Forbidden(Workload workload) =>
        In(workload.Namespace) is { Enforced: { } level and not PodSecurityLevel.Privileged } place ? Violations(workload, level, place.Version) : [];

    private static PodSecurityLevel Strictest(Workload workload, PodSecurityVersion version)
    {
        var strictest = PodSecurityLevel.Restricted;
        foreach (var check in PodSecurityChecks.All)
        {
            if (check.Level > strictest || !check.IsIn(version) || !check.Offences(workload, version).Any()) continue;
            if (check.Level == PodSecurityLevel.Baseline) return PodSecurityLevel.Privileged;
            strictest = PodSecurityLevel.Baseline;
        }
        return strictest;
    }

    private NamespaceSecurity Judged(string name)
    {
        var labels = _cluster.Find($"Namespace/{name}")?["metadata"]["labels"];
        var version = PodSecurityVersion.Parse(labels?[VersionLabel].Text);
        var strictest = _cluster.WorkloadsIn(name).Select(w => LevelOf(w, version)).DefaultIfEmpty(PodSecurityLevel.Restricted).Min();
        return new(name, labels is { } there ? Named(there[EnforceLabel].Text) : null, version, strictest, labels?[EnforceLabel]);
    }

    /// <summary>As the API server reads it: no label is privileged, and a word that it does not know is restricted.</summary>
    private static PodSecurityLevel Named(string? label) => label switch
    {
        null or "privileged" => PodSecurityLevel.Privileged,
        "baseline" => PodSecurityLevel.Baseline,
        _ => PodSecurityLevel.Restricted,
    };
}
