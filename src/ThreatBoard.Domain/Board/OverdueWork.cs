using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Board;

/// <summary>Mitigations whose due day has passed, by who answers for them.</summary>
/// <param name="Mitigations">The longest overdue first.</param>
public sealed record OverdueWork(Owner Owner, ImmutableArray<Mitigation> Mitigations)
{
    /// <summary>Whoever has most first; what belongs to nobody is among them.</summary>
    public static ImmutableArray<OverdueWork> Of(ModelContent content, DateOnly today) =>
    [
        .. content.All<Mitigation>().Where(mitigation => IsOverdue(mitigation, today))
            .GroupBy(mitigation => mitigation.Owner with { Name = mitigation.Owner.Account is null ? mitigation.Owner.Name : "" })
            .Select(group => new OverdueWork(group.First().Owner, [.. group.OrderBy(mitigation => mitigation.Due).ThenBy(mitigation => mitigation.Id)]))
            .OrderByDescending(work => work.Mitigations.Length).ThenBy(work => work.Owner.Name, StringComparer.Ordinal),
    ];

    public static bool IsOverdue(Mitigation mitigation, DateOnly today) => !mitigation.IsDone && mitigation.Due < today;
}
