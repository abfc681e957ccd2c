using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Web.Comparing;

/// <summary>How many entities were added, removed and changed.</summary>
public sealed record ChangeTally(int Added, int Removed, int Changed)
{
    public static ChangeTally None { get; } = new(0, 0, 0);

    public int All => Added + Removed + Changed;

    public static ChangeTally Of(IEnumerable<ComparedEntity> entities) => entities.Aggregate(None, (tally, entity) => tally.With(entity.Kind));

    public ChangeTally With(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => this with { Added = Added + 1 },
        ChangeKind.Removed => this with { Removed = Removed + 1 },
        _ => this with { Changed = Changed + 1 },
    };

    public ChangeTally And(ChangeTally other) => new(Added + other.Added, Removed + other.Removed, Changed + other.Changed);
}
