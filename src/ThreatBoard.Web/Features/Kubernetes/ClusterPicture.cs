using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Clusters;

namespace ThreatBoard.Web.Features.Kubernetes;

/// <summary>One cluster as the page shows it; made of what was read and the entities of the model alone.</summary>
/// <param name="Sources">The names of the sources that were read for it.</param>
public sealed record ClusterPicture(
    string Name,
    EntityRef? Boundary,
    ImmutableArray<string> Sources,
    Listed<NamespaceRow> Namespaces,
    Listed<EntryRow> Entries,
    Listed<AccountRow> Accounts,
    Listed<UnclearRow> Unclear)
{
    private static readonly string[] s_wideKinds = ["AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy"];

    /// <summary>Policies of the whole cluster, by kind and name; they decide before or after those of a namespace.</summary>
    public ImmutableArray<Place> WidePolicies { get; init; } = [];

    /// <summary>How many namespaces have all pods isolated in both directions, in words.</summary>
    public string? Isolated => Namespaces.Rows.Count(row => row.Workloads > 0) is > 0 and var with
        ? $"{Namespaces.Rows.Count(row => row.Workloads > 0 && row.Ingress.IsWhole && row.Egress.IsWhole)} of {with} isolated both ways" : null;

    public string? Clear => Entries.Rows.Count(row => row.Tls is Encryption.None) is > 0 and var clear ? $"{clear} without TLS" : null;

    public string? Powerful => Accounts.Rows.Count(row => row.Power >= AccountPower.Cluster) is > 0 and var powerful ? $"{powerful} can take the cluster" : null;

    /// <summary>What the rules found, by cause.</summary>
    public Listed<CauseRow> Causes { get; init; } = new([], 0);

    /// <param name="today">By which threats count as open.</param>
    public static ClusterPicture Of(ClusterLook look, ImmutableArray<string> sources, DateOnly today) => new(
        look.Name,
        look.Subjects.Cluster is { } boundary ? EntityRef.To(boundary) : null,
        sources,
        NamespaceRow.All(look, today),
        EntryRow.All(look),
        AccountRow.All(look),
        UnclearRow.All(look))
    {
        WidePolicies = [.. s_wideKinds.SelectMany(look.Cluster.All).Select(Place.Of)],
    };
}
