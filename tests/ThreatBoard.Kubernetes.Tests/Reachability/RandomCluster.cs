using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Tests.Reachability;

/// <summary>A policy as text, rule by rule, so that a test can change it.</summary>
internal sealed record RandomPolicy(string Name, string Namespace, string Selector, string Types, IReadOnlyList<string> Ingress, IReadOnlyList<string> Egress)
{
    public string Text => Scene.Policy($"{Namespace}/{Name}",
        $"podSelector: {Selector}, policyTypes: [{Types}], ingress: [{string.Join(", ", Ingress)}], egress: [{string.Join(", ", Egress)}]");
}

/// <summary>A small cluster out of a number: pods with few labels and the same named ports, and policies that often meet.</summary>
internal sealed class RandomCluster
{
    private static readonly string[] s_spaces = ["a", "b", "c"];
    private readonly Random _dice;

    public RandomCluster(int seed, int size)
    {
        _dice = new(seed);
        Pods = [.. Enumerable.Range(0, 2 + (size / 2)).Select(i => Scene.Pod($"{One(s_spaces)}/p{i}", Labels(), "{name: http, containerPort: 80}, {name: dns, containerPort: 53, protocol: UDP}, {name: alt, containerPort: 81}"))];
        Policies = [.. Enumerable.Range(0, size / 2).Select(Policy)];
    }

    public IReadOnlyList<string> Pods { get; }

    public IReadOnlyList<RandomPolicy> Policies { get; }

    public Cluster With(IEnumerable<RandomPolicy> policies, Func<string, string>? rewritten = null)
    {
        var documents = s_spaces.Select((name, i) => Scene.Namespace(name, i == 0 ? "k: x" : i == 1 ? "k: y, j: x" : "")).Concat(Pods)
            .Concat(policies.Select(policy => rewritten is null ? policy.Text : rewritten(policy.Text)));
        return Cluster.Of(ManifestReader.Read([Upload.Pasted(string.Join("\n---\n", documents))]).Objects);
    }

    public string Rule(string side)
    {
        var peers = _dice.Next(4) == 0 ? "" : $"{side}: [{string.Join(", ", Enumerable.Range(0, _dice.Next(3)).Select(_ => Peer()))}]";
        var ports = _dice.Next(3) == 0 ? "" : $"ports: [{string.Join(", ", Enumerable.Range(0, _dice.Next(3)).Select(_ => Port()))}]";
        return $"{{{string.Join(", ", new[] { peers, ports }.Where(part => part.Length > 0))}}}";
    }

    private RandomPolicy Policy(int number) => new(
        $"policy-{number}", One(s_spaces), Selector(), One("Ingress", "Egress", "'Ingress', 'Egress'"),
        [.. Enumerable.Range(0, _dice.Next(3)).Select(_ => Rule("from"))], [.. Enumerable.Range(0, _dice.Next(3)).Select(_ => Rule("to"))]);

    private string Peer() => _dice.Next(5) switch
    {
        0 => $"{{podSelector: {Selector()}}}",
        1 => $"{{namespaceSelector: {Selector()}}}",
        2 => $"{{namespaceSelector: {{matchLabels: {{kubernetes.io/metadata.name: {One(s_spaces)}}}}}}}",
        3 => "{ipBlock: {cidr: 10.0.0.0/8}}",
        _ => $"{{namespaceSelector: {Selector()}, podSelector: {Selector()}}}",
    };

    private string Port() => _dice.Next(6) switch
    {
        0 => "{port: http}",
        1 => "{port: dns, protocol: UDP}",
        2 => "{port: alt}",
        3 => "{port: 79, endPort: 80}",
        4 => $"{{protocol: {One("TCP", "UDP", "SCTP")}}}",
        _ => $"{{port: {One("53", "80", "81")}, protocol: {One("TCP", "UDP", "SCTP")}}}",
    };

    private string Selector() => _dice.Next(6) switch
    {
        0 or 1 => "{}",
        2 => $"{{matchLabels: {{k: {One("x", "y")}}}}}",
        3 => $"{{matchExpressions: [{{key: {One("k", "j")}, operator: {One("In", "NotIn")}, values: [{One("x", "y")}]}}]}}",
        4 => $"{{matchExpressions: [{{key: {One("k", "j")}, operator: {One("Exists", "DoesNotExist")}}}]}}",
        _ => $"{{matchLabels: {{k: {One("x", "y")}}}, matchExpressions: [{{key: j, operator: {One("Exists", "DoesNotExist")}}}]}}",
    };

    private string Labels() => One("k: x", "k: y", "j: x", "k: x, j: y", "");

    private string One(params string[] of) => of[_dice.Next(of.Length)];
}
