using System.Collections.Immutable;

namespace ThreatBoard.Data.Auditing;

/// <summary>Something stored that is not what was written.</summary>
/// <param name="Model">Null where it is in the security audit.</param>
public sealed record HistoryDamage(Guid? Model, string Where, string What);

/// <summary>How far a verification has come.</summary>
/// <param name="Done">How many of the parts are done: the security audit is one, and so is each model.</param>
public sealed record HistoryProgress(int Done, int Of, string Now);

/// <summary>What a verification of stored history found.</summary>
/// <param name="Lines">Lines of the security audit that hold.</param>
public sealed record HistoryReport(long Lines, int Models, long Entries, long Revisions, ImmutableArray<HistoryDamage> Damages)
{
    public bool Holds => Damages.IsEmpty;
}
