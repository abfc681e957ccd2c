using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>The controls of a control plane, with what the flags of its static pods state; without those pods nobody knows.</summary>
internal sealed class ControlPlaneControls(Cluster cluster)
{
    private const string NoAnonymous = "API server refuses anonymous requests";
    private const string Authorization = "API server authorizes by Node and RBAC";
    private const string NodeRestriction = "Nodes may change only what is theirs (NodeRestriction)";
    private const string EtcdClients = "etcd admits only clients with certificates";
    private const string SecretsAtRest = "Secrets are encrypted at rest";
    private const string EnforcedPolicies = "The network enforces NetworkPolicies";
    private const string AdmissionPolicies = "Admission policies of its own";

    private readonly ControlPlaneParts _parts = cluster.Once(static c => new ControlPlaneParts(c));

    public IEnumerable<(StartingControl Control, ControlState State)> All =>
    [
        (new(NoAnonymous, ControlDemand.Required), Anonymous),
        (new(Authorization, ControlDemand.Required), Authorizes),
        (new(NodeRestriction, ControlDemand.Required), OfApiServer(f => f.Lists("--enable-admission-plugins", "NodeRestriction"), "--enable-admission-plugins lists NodeRestriction.", "--enable-admission-plugins does not list NodeRestriction.")),
        (new(EtcdClients, ControlDemand.Required), OfEtcd),
        (new(SecretsAtRest, ControlDemand.Required), OfApiServer(f => f.Has("--encryption-provider-config"), "--encryption-provider-config is set.", "--encryption-provider-config is not set.")),
        (new(ControlNames.HardenedKubelet, ControlDemand.Required), ControlState.Unknown),
        (new(EnforcedPolicies, ControlDemand.Required), Network),
        (new(AdmissionPolicies, ControlDemand.Undecided), Admission),
    ];

    public ControlState Audit => OfApiServer(
        f => f.Has("--audit-policy-file") && (f.Has("--audit-log-path") || f.Has("--audit-webhook-config-file")),
        "The API server has an audit policy, and a place to write to.", "The API server's flags set no audit policy, or no place to write to.");

    /// <summary>Anonymous requests are on where no flag says otherwise.</summary>
    private ControlState Anonymous => Has("--authentication-config")
        ? new(ControlPresence.Unknown, "--authentication-config decides, whose file was not read.")
        : OfApiServer(f => f["--anonymous-auth"] == "false", "--anonymous-auth=false", "--anonymous-auth is not false, and it is on by default.");

    private ControlState Authorizes => Has("--authorization-config")
        ? new(ControlPresence.Unknown, "--authorization-config decides, whose file was not read.")
        : OfApiServer(
            f => f.Lists("--authorization-mode", "RBAC") && f.Lists("--authorization-mode", "Node") && !f.Lists("--authorization-mode", "AlwaysAllow"),
            "--authorization-mode lists Node and RBAC.", "--authorization-mode does not list Node and RBAC, or allows always.");

    private ControlState OfEtcd => _parts.Etcd is not { } etcd ? ControlState.Unknown
        : new Flags(etcd) is var flags && flags["--client-cert-auth"] == "true" && flags.Has("--trusted-ca-file")
            ? new(ControlPresence.Present, "--client-cert-auth=true with --trusted-ca-file") : new(ControlPresence.Absent, "etcd's flags do not ask clients for certificates.");

    private ControlState Network
    {
        get
        {
            var plugins = _parts.NetworkPlugins.ToList();
            return plugins.Find(p => p.Enforces == true) is { Container: { } enforcing } ? new(ControlPresence.Present, $"{enforcing.Workload.Key} does.")
                : plugins.Find(p => p.Enforces == false) is { Container: { } passing } ? new(ControlPresence.Absent, $"{passing.Workload.Key} does not.")
                : ControlState.Unknown;
        }
    }

    private ControlState Admission
    {
        get
        {
            var named = cluster.All("ValidatingAdmissionPolicyBinding").Select(b => b["spec"]["policyName"].Text).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var policies = cluster.All("ValidatingAdmissionPolicy").Where(p => named.Contains(p.Object.Name))
                .Concat(cluster.All("ClusterPolicy")).Concat(cluster.All("ClusterImagePolicy")).Select(p => $"{p.Object.Kind} {p.Object.Name}").Take(10).ToList();
            return policies.Count > 0 ? new(ControlPresence.Present, string.Join(", ", policies)) : ControlState.Unknown;
        }
    }

    private bool Has(string flag) => _parts.ApiServer is { } server && new Flags(server).Has(flag);

    private ControlState OfApiServer(Func<Flags, bool> holds, string present, string absent) =>
        _parts.ApiServer is not { } server ? ControlState.Unknown
        : holds(new(server)) ? new(ControlPresence.Present, present) : new(ControlPresence.Absent, absent);
}
