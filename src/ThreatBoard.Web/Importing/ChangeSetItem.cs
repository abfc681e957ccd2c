using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Importing;

/// <summary>One change that a reading proposes, as a person decides about it.</summary>
/// <param name="Name">Kind and origin key; stable from one computation to the next.</param>
/// <param name="Kept">Fields that a person changed since and that the reading sees differently: before is the person's value, which stays; after is the reading's.</param>
/// <param name="Refused">A person refused it.</param>
/// <param name="LeftWith">The refused items without which it cannot be taken.</param>
public sealed record ChangeSetItem(
    string Name, string Key, Change Change, string Title, ImmutableArray<ChangedField> Fields, ImmutableArray<ChangedField> Kept,
    bool Refused, ImmutableArray<string> LeftWith)
{
    public bool IsTaken => !Refused && LeftWith.IsEmpty;

    public ChangeKind Kind => Change.Kind;
}
