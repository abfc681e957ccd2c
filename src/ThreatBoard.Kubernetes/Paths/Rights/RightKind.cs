using System.Collections.Immutable;

namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>A kind of right at the API server that makes its holder more than it is.</summary>
/// <param name="Code">Stable, as in <c>read-secrets</c>.</param>
/// <param name="Rule">The catalogue's rule about it.</param>
/// <param name="Words">What its holder does by it; <c>{0}</c> stands for where.</param>
public abstract class RightKind(string code, string rule, string words)
{
    /// <summary>Every kind that is known.</summary>
    public static ImmutableArray<RightKind> All { get; } =
    [
        new DoEverything(), new BindRoles(), new EscalateRoles(), new ImpersonateGroups(), new ImpersonateUsers(), new ImpersonateAccounts(), new MintTokens(),
        new MakeTokenSecrets(), new ReadSecrets(), new CreateWorkloads(), new PatchWorkloads(), new PatchPods(), new ExecInPods(), new AttachToPods(), new DebugPods(),
        new ForwardPorts(), new ReachKubelets(), new ApproveCertificates(), new ChangeMutatingWebhooks(), new ChangeValidatingWebhooks(), new CreateVolumes(), new RelabelNamespaces(),
    ];

    public string Code { get; } = code;

    public string Rule { get; } = rule;

    /// <summary>What the right comes to, where it holds.</summary>
    public string SaidOf(HeldRight right) =>
        string.Format(null, words, right.Namespace is null ? "everywhere" : $"in {right.Namespace}") + (right.Names.Count == 0 ? "" : $" (only {string.Join(", ", right.Names.Take(3))})");

    /// <summary>What the holder has of it, each permission that gives it once.</summary>
    public abstract IEnumerable<HeldRight> HeldBy(Holder holder);
}
