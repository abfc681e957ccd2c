namespace ThreatBoard.Domain.Workflow;

/// <summary>What a step asks of whoever takes it, and what a role lets somebody do.</summary>
[Flags]
public enum Duties
{
    None = 0,

    /// <summary>Works on the model.</summary>
    Work = 1,

    /// <summary>Decides about what others wrote.</summary>
    Review = 2,

    /// <summary>Answers for the model, and may override a guard.</summary>
    Lead = 4,

    /// <summary>A job that writes down what follows from a day alone.</summary>
    Calendar = 8,
}

/// <summary>Whoever takes a step, and what their role lets them do.</summary>
/// <param name="IsAlone">They are the only person of the workspace.</param>
public sealed record Signatory(Guid Person, string Name, Duties Duties, bool IsAlone)
{
    public bool May(Duties duty) => (Duties & duty) == duty;
}
