using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Permissions;

namespace ThreatBoard.Web.Clusters;

/// <summary>A service account of one cluster as a start of paths; addresses write it <c>ServiceAccount/shop/web@prod</c>.</summary>
/// <param name="Cluster">As the sources name it.</param>
public sealed record AccountStart(string Cluster, string Namespace, string Name)
{
    private const string Head = "ServiceAccount/";

    /// <summary>More than anybody chooses from; those that have rights are kept.</summary>
    private const int Most = 300;

    /// <summary>Under which the attack graph knows it.</summary>
    public string Key => $"{Head}{Namespace}/{Name}";

    public string Title => $"{Namespace}/{Name}";

    /// <summary>The accounts of a cluster, by name.</summary>
    public static ImmutableArray<AccountStart> All(ClusterLook look)
    {
        var permissions = look.Cluster.Permissions;
        return [.. permissions.Accounts.OrderBy(account => !permissions.IsNamed(account)).Take(Most).Select(account => Of(look, account)).OrderBy(start => start.Title, StringComparer.Ordinal)];
    }

    public static AccountStart Of(ClusterLook look, RbacSubject account) => new(look.Name, account.Namespace, account.Name);

    /// <summary>Null for anything that <see cref="ToString"/> does not write.</summary>
    public static AccountStart? Parse(string? text)
    {
        if (text is null || !text.StartsWith(Head, StringComparison.Ordinal)) return null;
        var (slash, at) = (text.IndexOf('/', Head.Length), text.IndexOf('@', StringComparison.Ordinal));
        return slash < 0 || at < slash ? null : new(text[(at + 1)..], text[Head.Length..slash], text[(slash + 1)..at]);
    }

    /// <summary>Whether the cluster is this one and has the account, with rights or without.</summary>
    public bool IsIn(ClusterLook look) => look.Name == Cluster && look.Cluster.Permissions.Accounts.Contains(RbacSubject.Account(Namespace, Name));

    public override string ToString() => $"{Key}@{Cluster}";
}
