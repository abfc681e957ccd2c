using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue.Rules.Supply;

/// <summary>The content behind the tag can change between review and run.</summary>
public sealed class MutableImageTag : ContainerRule
{
    public override RuleCard Card { get; } = new(
        Code: "TB-SUP-01",
        Title: "Mutable image tag",
        Category: Stride.Tampering,
        Suggested: new(Likelihood: 3, Impact: 3),
        Why: "The content behind the tag can change between review and run.",
        Mitigations:
        [
            "Pin by digest",
        ],
        Cwe: 494,
        Attack: ["T1525", "T1195.002"],
        References: new() { Cis = ["5.5.1"], Microsoft = ["MS-TA9002"] });

    protected override Sighting? Look(Container container, Cluster cluster)
    {
        var image = container.Image;
        if (image.Full.Length == 0 || image.Digest.StartsWith("sha256:", StringComparison.Ordinal) || !IsFloating(image.Tag)) return null;
        return new(image.Tag.Length == 0 ? "Its image names no tag, which is latest." : $"The tag {image.Tag} moves.", [container.At["image"].Evidence]);
    }

    private static bool IsFloating(string tag) =>
        tag is "" or "latest" or "stable" or "main" or "master" or "dev" or "edge" or "nightly"
        || !(tag.StartsWith('v') ? tag.AsSpan(1) : tag).ContainsAnyExceptInRange('0', '9');
}
