namespace ThreatBoard.Domain.Catalogue;

/// <summary>One rule: a card, and a pure look at a world (a <see cref="Analysis.ModelGraph"/>, or a cluster's manifests).</summary>
public interface IThreatRule<in TWorld>
{
    RuleCard Card { get; }

    IEnumerable<Finding> Examine(TWorld world);
}
