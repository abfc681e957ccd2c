using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Data;

/// <summary>What became of an intent.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>It is written.</summary>
    /// <param name="Number">The journal number.</param>
    /// <param name="Changes">What it changed, merged, with what followed from removals; empty where all was so already.</param>
    /// <param name="Revision">The number of the revision that it published.</param>
    public sealed record Applied(long Number, ImmutableArray<Change> Changes, int? Revision = null) : Outcome;

    /// <summary>Nothing is written: somebody else decided otherwise meanwhile, or the result would break a rule.</summary>
    /// <param name="AsOf">The journal number of the state on which it was decided; 0 where there was none.</param>
    public sealed record Refused(ImmutableArray<Conflict> Conflicts, ImmutableArray<Violation> Violations, long AsOf = 0) : Outcome
    {
        internal static Refused Because(params ImmutableArray<Violation> violations) => new([], violations);

        internal static Refused Because(string message) => Because(new Violation(Domain.Modeling.EntityRef.WholeModel, Field: null, message));
    }

    /// <summary>Nothing is written: removing this would take along what the author has not seen. Ask, then send it again with its closure.</summary>
    public sealed record Asks(ImmutableArray<Change> Besides) : Outcome;
}
