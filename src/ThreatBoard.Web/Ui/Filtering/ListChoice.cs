using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Web.Ui.Filtering;

/// <summary>Which rows a list shows for what stands in its address, in their order: its file has the same.</summary>
/// <param name="List">The name of the list's file, without the suffix.</param>
/// <param name="Rows">The ids of the rows, as <see cref="ListWish"/> asks for them.</param>
public sealed record ListChoice(string List, Func<ModelContent, ListWish, IEnumerable<Guid>> Rows);

/// <summary>What stands in the address of a list; null for what does not.</summary>
/// <param name="Owners">As the one who asks knows them.</param>
public sealed record ListWish(string? Filter, string? Sort, string? Show, WorkingDay Day, OwnerNames Owners)
{
    public FilterContext Context => new(Owners, Day.Today);
}
