using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Data;

/// <summary>What somebody wants of a model; <see cref="ModelStore"/> decides on the locked state whether it happens.</summary>
public abstract record Intent
{
    private Intent()
    {
    }

    /// <summary>What the author has been told goes along with this, and agreed to; the door asks about anything else.</summary>
    public ImmutableArray<EntityRef> Along { get; init; } = [];

    /// <summary>Changes as the author made them on what the author saw; they are merged with what happened since.</summary>
    /// <param name="By">Which fields may be set: by a person, an importer or a rule run.</param>
    /// <param name="Reason">Why, for the journal; may be empty.</param>
    /// <param name="WithClosure">Whether what must go along with removed entities may go without being asked about.</param>
    public sealed record Edit(ImmutableArray<Change> Changes, Setter By, string Reason = "", bool WithClosure = false) : Intent
    {
        /// <summary>Removed entities that come back first, with what went along with them; the changes are made on them.</summary>
        public ImmutableArray<EntityRef> Restoring { get; init; } = [];
    }

    /// <summary>Takes back an entry of one's own; which one, <see cref="Journal.UndoAsync"/> tells.</summary>
    /// <param name="Over">The journal number up to which the person has seen what others did since, and wants it overwritten; null to be asked.</param>
    public sealed record Undo(long Number, bool WithClosure = false, long? Over = null) : Intent;

    /// <summary>Takes back an undoing of one's own.</summary>
    /// <param name="Over">As for <see cref="Undo"/>.</param>
    public sealed record Redo(long Number, bool WithClosure = false, long? Over = null) : Intent;

    /// <summary>Stores the model as it is as the next revision.</summary>
    public sealed record Publish(string Message) : Intent;

    /// <summary>A move of the workflow, which the door decides on the state that it meets.</summary>
    public sealed record Take(Step Step) : Intent;

    /// <summary>Changes content and layout into those of an earlier state, as a new entry; decisions are not revived, and comments on what stays are kept.</summary>
    public sealed record RestoreTo(ModelContent Target, string Reason) : Intent
    {
        /// <summary>What is to come back, with what it needs and what belongs to it; empty for everything.</summary>
        public ImmutableArray<EntityRef> Only { get; init; } = [];

        /// <summary>The digest of the plan that the person has seen; another plan on the locked state is refused. Null takes whatever it comes to.</summary>
        public string? Seen { get; init; }
    }
}
