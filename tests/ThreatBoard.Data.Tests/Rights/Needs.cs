using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Tests.Rights;

/// <summary>What an operation asks of whoever calls it.</summary>
internal abstract record Needs
{
    /// <summary>An access to the model, with at least this right.</summary>
    public sealed record OnModel(Right Right) : Needs;

    /// <summary>An access to the workspace, with at least this right.</summary>
    public sealed record OnWorkspace(Right Right) : Needs;

    /// <summary>An access that only administrators of the installation get.</summary>
    public sealed record Administrator : Needs;

    /// <summary>A caller, and touches only what is that person's own.</summary>
    public sealed record Own : Needs;

    /// <summary>Nothing: what it is for says why that is right.</summary>
    public sealed record Nothing(string Why) : Needs;
}
