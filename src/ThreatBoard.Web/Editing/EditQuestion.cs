using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Web.Editing;

/// <summary>Something that a person has to decide before anything is written.</summary>
/// <param name="Content">The model as it is now, in which names are resolved.</param>
public abstract record EditQuestion(ModelContent Content)
{
    /// <summary>Somebody else decided otherwise meanwhile: which side of each conflict shall it be?</summary>
    public sealed record Settle(ModelContent Content, ImmutableArray<OpenConflict> Conflicts) : EditQuestion(Content);

    /// <summary>More would go than was asked for: shall it?</summary>
    /// <param name="Doing">What does that: <c>Remove</c>, <c>Undo</c> or <c>Redo</c>.</param>
    public sealed record TakesAlong(ModelContent Content, string Doing, ImmutableArray<Change> Besides) : EditQuestion(Content);

    /// <summary>Undoing or doing again would overwrite what others did since: shall it?</summary>
    /// <param name="Doing"><c>Undo</c> or <c>Redo</c>.</param>
    public sealed record Overwrites(ModelContent Content, string Doing, ImmutableArray<OpenConflict> Conflicts) : EditQuestion(Content);
}

/// <summary>A conflict as it is put to a person: what it is about, and whose decision it meets.</summary>
/// <param name="Title">What the entity is called, also where it is gone.</param>
/// <param name="By">Who decided otherwise; null where the journal does not tell.</param>
/// <param name="At">When.</param>
public sealed record OpenConflict(Conflict Conflict, string Title, string? By, DateTimeOffset? At);
