using FsCheck;
using FsCheck.Fluent;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Workloads;
using ThreatBoard.Testing.Reachability;

namespace ThreatBoard.Kubernetes.Tests.Reachability;

/// <summary>What holds whatever the policies: of version 1, with types written out, no host network and the same named ports on every pod.</summary>
public sealed class ReachProperties
{
    private static readonly int[] s_ports = [1, 53, 79, 80, 81, 65_535];

    private static Arbitrary<(int Seed, int Size)> Any { get; } = Arb.From(
        from seed in Gen.Choose(0, int.MaxValue - 10)
        from size in Gen.Choose(1, 12)
        select (seed, size),
        found => Enumerable.Range(1, found.Item2 - 1).Select(size => (found.Item1, size)));

    [Fact]
    public void A_further_rule_never_takes_reachability_away() => All(random =>
    {
        if (random.Policies.Count == 0) return;
        var (first, rest) = (random.Policies[0], random.Policies.Skip(1));
        var more = first with { Ingress = [.. first.Ingress, random.Rule("from")], Egress = [.. first.Egress, random.Rule("to")] };
        var (before, after) = (random.With(random.Policies), random.With(rest.Prepend(more)));

        foreach (var (name, verdict) in Verdicts(before))
            Assert.True(verdict.Allowed.Except(Verdicts(after)[name].Allowed).IsEmpty, name);
    });

    [Fact]
    public void Without_policies_all_is_allowed() => All(random =>
        Assert.All(Verdicts(random.With([])).Values, verdict => Assert.Equal(Verdict.Everything, verdict)));

    [Fact]
    public void A_named_port_means_its_number() => All(random => Same(
        random.With(random.Policies),
        random.With(random.Policies, text => text
            .Replace("port: http", "port: 80", StringComparison.Ordinal).Replace("port: dns", "port: 53", StringComparison.Ordinal).Replace("port: alt", "port: 81", StringComparison.Ordinal))));

    [Fact]
    public void A_policy_in_two_parts_says_what_it_said_whole() => All(random => Same(
        random.With(random.Policies),
        random.With(random.Policies.SelectMany(policy => new[]
        {
            policy with { Ingress = [.. policy.Ingress.Take(1)], Egress = [.. policy.Egress.Skip(1)] },
            policy with { Name = $"{policy.Name}-rest", Ingress = [.. policy.Ingress.Skip(1)], Egress = [.. policy.Egress.Take(1)] },
        }))));

    [Fact]
    public void The_engine_says_what_the_naive_implementation_says() => All(random =>
    {
        var cluster = random.With(random.Policies);
        var (reach, naive) = (new Reach(cluster), new NaiveReach(cluster));
        foreach (var from in cluster.Workloads)
            foreach (var to in cluster.Workloads)
                foreach (var protocol in Enum.GetValues<Protocol>())
                    foreach (var port in s_ports)
                    {
                        var wanted = naive.Allows(from, to, protocol, port) ? Reachable.Allowed : Reachable.Denied;
                        Assert.True(reach.Between(from, to).Of(protocol, port) == wanted, $"{from.Key} → {to.Key} {protocol} {port} is {wanted}");
                    }
    });

    private static void All(Action<RandomCluster> holds) => Check.QuickThrowOnFailure(Prop.ForAll(Any, found => holds(new(found.Seed, found.Size))));

    private static Dictionary<string, Verdict> Verdicts(Cluster cluster)
    {
        var reach = new Reach(cluster);
        return (from source in cluster.Workloads
                from to in cluster.Workloads
                select (Name: $"{source.Key} → {to.Key}", Verdict: reach.Between(source, to))).ToDictionary(v => v.Name, v => v.Verdict, StringComparer.Ordinal);
    }

    private static void Same(Cluster one, Cluster other)
    {
        var told = Verdicts(other);
        foreach (var (name, verdict) in Verdicts(one)) Assert.True(verdict == told[name], $"{name}: {verdict.Allowed}, and {told[name].Allowed}");
    }
}
