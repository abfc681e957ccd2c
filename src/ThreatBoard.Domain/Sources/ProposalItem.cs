using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Sources;

/// <summary>One change that a reading proposes.</summary>
/// <param name="Key">The origin key, which names the item when it is refused.</param>
/// <param name="Change">From the model now to the model with the item taken.</param>
/// <param name="KeptByHand">Fields that a person changed since and that the reading sees differently; the person's value stays.</param>
/// <param name="Needs">Keys (<see cref="Name"/>) of added items without which this one cannot be taken.</param>
public sealed record ProposalItem(string Key, Change Change, ImmutableArray<FieldChange> KeptByHand, ImmutableArray<string> Needs)
{
    /// <summary>Kind and key; unique in a proposal, and stable from one computation to the next.</summary>
    public string Name => $"{Change.Entity.Kind}/{Key}";
}
