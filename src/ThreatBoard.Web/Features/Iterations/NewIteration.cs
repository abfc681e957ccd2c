using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Iterations;

/// <summary>An iteration that somebody is about to open.</summary>
public sealed class NewIteration
{
    public IterationCause Cause { get; set; }

    public string Word { get; set; } = "";

    /// <summary>The number of a journal entry; 0 where none is chosen.</summary>
    public long ChangeSet { get; set; }

    public IterationReason ToReason() => new(Cause, Word.Trim(), Cause is IterationCause.ArchitectureChanged && ChangeSet > 0 ? ChangeSet : null);
}
