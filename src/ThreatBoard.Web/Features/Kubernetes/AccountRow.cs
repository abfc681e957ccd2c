using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Permissions;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Web.Clusters;

namespace ThreatBoard.Web.Features.Kubernetes;

/// <summary>One service account with what its token opens.</summary>
/// <param name="Rights">What leads further, in words with who grants it; cut at six.</param>
/// <param name="UsedBy">The workloads that run as it; cut at five.</param>
/// <param name="More">How many workloads more run as it.</param>
public sealed record AccountRow(string Name, AccountPower Power, ImmutableArray<AccountRight> Rights, ImmutableArray<(string Name, EntityRef? Component)> UsedBy, int More)
{
    /// <summary>As a start of paths.</summary>
    public required AccountStart Start { get; init; }

    private const int MostRights = 6;
    private const int MostWorkloads = 5;

    public string PowerWords => Power switch
    {
        AccountPower.Administrator => "Administrator of the cluster",
        AccountPower.Cluster => "Can take the cluster",
        AccountPower.Namespace => "Can take a namespace",
        AccountPower.Some => "Some rights",
        _ => "No rights",
    };

    /// <summary>The most powerful first; of those without rights only the ones that a workload runs as.</summary>
    public static Listed<AccountRow> All(ClusterLook look)
    {
        var permissions = look.Cluster.Permissions;
        var workloads = look.Cluster.Workloads.ToLookup(ClusterPermissions.AccountOf);
        return Listed.Of(permissions.Accounts.Select(account => Of(look, permissions, account, [.. workloads[account]]))
            .Where(row => row.Power > AccountPower.None || row.UsedBy.Length > 0)
            .OrderByDescending(row => row.Power).ThenByDescending(row => row.UsedBy.Length + row.More > 0).ThenBy(row => row.Name, StringComparer.Ordinal));
    }

    private static AccountRow Of(ClusterLook look, ClusterPermissions permissions, RbacSubject account, IReadOnlyList<Workload> workloads)
    {
        var found = PowerfulRight.All.Select(right => (Right: right, Given: right.Of(permissions, account))).Where(pair => pair.Given is not null).ToList();
        var all = permissions.WhatAllows(account, new("*", "*", "*"));
        var power = all is not null ? AccountPower.Administrator
            : found.Count > 0 ? found.Max(pair => pair.Right.Power(pair.Given!))
            : permissions.Of(account).Any(grant => grant.Role.Rules.Length > 0 && grant.Subject != RbacSubject.Authenticated) ? AccountPower.Some : AccountPower.None;
        var rights = all is not null ? [AccountRight.Of("do everything", all)] : found.Select(pair => AccountRight.Of(pair.Right.Words, pair.Given!));
        return new(
            $"{account}", power, [.. rights.Take(MostRights)],
            [.. workloads.Take(MostWorkloads).Select(workload => (workload.Name, look.ComponentOf(workload) is { } component ? (EntityRef?)EntityRef.To(component) : null))],
            Math.Max(0, workloads.Count - MostWorkloads)) { Start = AccountStart.Of(look, account) };
    }
}

/// <summary>A right in words, where it holds and what gives it.</summary>
/// <param name="Where">The namespace; null: in the whole cluster.</param>
public sealed record AccountRight(string Words, string? Where, Place By, string Role)
{
    public static AccountRight Of(string words, Permission given) => new(words, given.Namespace, Place.Of(given.Grant.Binding), $"{given.Grant.Role}");
}
