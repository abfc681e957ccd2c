using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Kubernetes.Paths;

/// <summary>One step of an attack: from what is held to what is gained, and why that is possible.</summary>
/// <param name="Code">Stable: one of <see cref="EdgeCodes"/>, of a breakout or of a right.</param>
/// <param name="Because">Half a sentence about <paramref name="From"/>: <c>may read secrets in shop: …</c>.</param>
public sealed record AttackStep(AttackNode From, AttackNode To, string Code, string Because, ValueList<Evidence> Evidence)
{
    internal IReadOnlyList<AttackEdge> Edges { get; init; } = [];

    /// <summary>It goes over the network: what is gained has yet to be broken into.</summary>
    public bool IsOverNetwork => Code is EdgeCodes.Network or EdgeCodes.Exposed or EdgeCodes.HostNetwork or "port-forward";

    public override string ToString() => $"{From} {Because} → {To}";
}

/// <summary>A way from a start to what is gained, step by step; none where nothing is to be done.</summary>
public sealed record AttackPath(AttackNode Start, AttackNode End, ValueList<AttackStep> Steps)
{
    /// <summary><c>the internet → container nginx of shop/web → control of the API server</c>.</summary>
    public override string ToString() => string.Join(" → ", Steps.Select(step => step.To.Name).Prepend(Start.Name));
}
