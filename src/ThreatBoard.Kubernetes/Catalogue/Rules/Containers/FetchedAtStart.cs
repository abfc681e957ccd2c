using System.Text.RegularExpressions;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Containers;

/// <summary>Code is fetched at start-up, so what runs is decided by whoever controls the remote host.</summary>
public sealed partial class FetchedAtStart : ContainerRule
{
    private const int Longest = 20_000;
    private static readonly string[] s_probes = ["livenessProbe", "readinessProbe", "startupProbe"];
    private static readonly string[] s_hooks = ["postStart", "preStop"];

    public override RuleCard Card { get; } = new(
        Code: "TB-CTR-16",
        Title: "Lifecycle hook or probe runs through a shell with network fetch",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 2, Impact: 4),
        Why: "Code is fetched at start-up, so what runs is decided by whoever controls the remote host.",
        Mitigations:
        [
            "Bake the tool into the image; pin by digest",
        ],
        Cwe: 494,
        Attack: ["T1059", "T1105"],
        References: new() { Owasp = ["K01"], Microsoft = ["MS-TA9007"] });

    protected override Sighting? Look(Container container, Cluster cluster)
    {
        var seen = Commands(container).Where(texts => Fetches(texts)).Select(texts => texts.Evidence).ToValueList();
        return seen.Count == 0 ? null : new("It fetches what it runs from the network when it starts.", seen);
    }

    private static IEnumerable<Cursor> Commands(Container container) =>
    [
        container.At["command"],
        container.At["args"],
        .. s_probes.Select(probe => container.At[probe]["exec"]["command"]),
        .. s_hooks.Select(hook => container.At["lifecycle"][hook]["exec"]["command"]),
    ];

    /// <summary>One word of the list, or the words one after the other: both are ways to write a command.</summary>
    private static bool Fetches(Cursor words)
    {
        var texts = words.Texts();
        return texts.Append(string.Join(' ', texts)).Any(text => Fetch().IsMatch(text.Length > Longest ? text[..Longest] : text));
    }

    [GeneratedRegex(@"\b(curl|wget)\s[^|]*\|\s*(sudo\s+)?(ba|da|z)?sh\b|(^|[;&|(]|\s-l?e?c\s|\n)\s*(sudo\s+)?((apt|apt-get|yum|dnf|microdnf)\s+(-\S+\s+)*install|apk\s+(-\S+\s+)*add|pip3?\s+install|npm\s+(install|i))\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Fetch();
}
