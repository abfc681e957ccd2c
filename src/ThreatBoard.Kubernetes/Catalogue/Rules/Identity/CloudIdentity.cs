using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Identity;

/// <summary>Whoever breaks into the pod reaches into the cloud account.</summary>
public sealed class CloudIdentity : ObjectRule
{
    private const string Label = "azure.workload.identity/use";
    private static readonly string[] s_annotations = ["eks.amazonaws.com/role-arn", "iam.gke.io/gcp-service-account", "azure.workload.identity/client-id"];

    public override RuleCard Card { get; } = new(
        Code: "TB-SA-05",
        Title: "Cloud identity attached to the workload",
        Category: Stride.ElevationOfPrivilege,
        Suggested: new(Likelihood: 2, Impact: 4),
        Why: "Whoever breaks into the pod reaches into the cloud account.",
        Mitigations:
        [
            "Give the cloud role the least privilege",
            "One cloud role for each workload",
        ],
        Cwe: 269,
        Attack: ["T1078.004"],
        Actor: ActorKind.CompromisedContainer,
        References: new() { Owasp = ["K08"], Microsoft = ["MS-TA9020"] });

    protected override IEnumerable<(Cursor Of, Sighting Seen)> Look(Cluster cluster)
    {
        var accounts = cluster.All("ServiceAccount").Select(account => (Of: account, At: Annotation(account))).Where(account => account.At is not null).ToList();
        var told = accounts.Select(account => (account.Of.Object.Namespace, account.Of.Object.Name)).ToHashSet();
        return accounts.Select(account => (account.Of, new Sighting($"Pods that run as it act as {account.At!.Value.Text} in the cloud.", [account.At.Value.Evidence])))
            .Concat(
                from workload in cluster.Workloads
                where workload.Labels.GetValueOrDefault(Label) == "true" && !told.Contains((workload.Namespace, workload.ServiceAccount))
                select (workload.Root, new Sighting("Its label has it act as an identity of the cloud.", [new(workload.Key, $"template label {Label}", "true")])));
    }

    private static Cursor? Annotation(Cursor account) =>
        s_annotations.Select(key => account["metadata"]["annotations"][key]).Where(at => at.Exists).Select(at => (Cursor?)at).FirstOrDefault();
}
