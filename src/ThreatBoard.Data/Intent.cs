using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Data;

/// <summary>What somebody wants of a model; <see cref="ModelStore"/> decides on the locked state whether it happens.</summary>
public abstract record Intent
{
    private Intent()
    {
    }

    /// <summary>Changes as the author made them on what the author saw; they are merged with what happened since.</summary>
    /// <param name="By">Which fields may be set: by a person, an importer or a rule run.</param>
    /// <param name="Reason">Why, for the journal; may be empty.</param>
    /// <param name="WithClosure">Whether what must go along with removed entities may go without being asked about.</param>
    public sealed record Edit(ImmutableArray<Change> Changes, Setter By, string Reason = "", bool WithClosure = false) : Intent;

    /// <summary>Takes back an entry of one's own; which one, <see cref="Journal.UndoAsync"/> tells.</summary>
    public sealed record Undo(long Number, bool WithClosure = false) : Intent;

    /// <summary>Takes back an undoing of one's own.</summary>
    public sealed record Redo(long Number, bool WithClosure = false) : Intent;

    /// <summary>Stores the model as it is as the next revision.</summary>
    public sealed record Publish(string Message) : Intent;

    /// <summary>Changes content and layout into those given, as a new entry; comments on what stays are kept.</summary>
    public sealed record RestoreTo(ModelContent Target, string Reason) : Intent;
}
