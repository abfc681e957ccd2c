namespace ThreatBoard.Kubernetes.Tests.Catalogue.Mutations;

/// <summary>What makes the rules about the control plane (TB-CP) find something.</summary>
internal static class ControlPlaneMutations
{
    public static IEnumerable<Mutation> All { get; } =
    [
        Mutation.Beside("TB-CP-08", "apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata: {name: old}\nspec: {privileged: false}\n"),
        Mutation.Beside("TB-CP-06", "apiVersion: v1\nkind: Pod\nmetadata: {name: batch, namespace: shop-batch}\nspec: {containers: [{name: c}]}\n"),
    ];
}
