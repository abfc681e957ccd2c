using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>How far an iteration has come.</summary>
public enum IterationPhase
{
    Identify,
    Assess,
    Mitigate,
    Closed,
}

/// <summary>Why an iteration was opened.</summary>
public enum IterationCause
{
    FirstLook,
    ArchitectureChanged,
    Date,
    Incident,
}

/// <summary>The reason of an iteration.</summary>
/// <param name="ChangeSet">The number of the journal entry that changed the architecture; null for another cause.</param>
public sealed record IterationReason(IterationCause Cause, string Word, long? ChangeSet)
{
    public static IterationReason FirstLook { get; } = new(IterationCause.FirstLook, "", null);

    public static string? Problem(IterationReason reason) => reason switch
    {
        { Word.Length: > Limits.Text } => $"The reason has over {Limits.Text} characters: shorten it.",
        { Word: var word } when TextRules.Problem(word) is { } problem => $"The reason {problem}",
        { Cause: IterationCause.ArchitectureChanged, ChangeSet: null } => "Name the change set that changed the architecture.",
        { Cause: not IterationCause.ArchitectureChanged, ChangeSet: not null } => "Only a changed architecture has a change set: leave it out.",
        { Cause: IterationCause.Incident, Word: var word } when string.IsNullOrWhiteSpace(word) => "Say which incident it was.",
        _ => null,
    };
}

/// <summary>That a phase was closed, and by whom.</summary>
/// <param name="Override">Why it was closed although something was missing; empty where nothing was.</param>
/// <param name="Left">What was missing then, by its key.</param>
public sealed record PhaseClosing(IterationPhase Phase, Guid Person, string Name, DateTimeOffset At, string Override, ValueSet<string> Left)
{
    public bool IsOverridden => Override.Length > 0;
}

/// <summary>A run of the rules over the whole model.</summary>
/// <param name="Digest">Of the architecture that it looked at.</param>
/// <param name="Known">Each rule that ran, as category and code: <c>Tampering FLOW-001</c>.</param>
public sealed record RulesRun(string Digest, ValueSet<string> Known);
