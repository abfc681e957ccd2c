using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Drafts;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Comparing;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>Which changes of a comparison this circuit's person has looked at. They are kept as a draft of the person on the model: seen by nobody else, on every device, and gone 30 days after the last tick.</summary>
public sealed class ViewedTicks(PersonAccess people, DraftStore drafts)
{
    private const int MarkLength = 8;

    /// <summary>As many as a draft holds; more are ticked for the moment only.</summary>
    private const int Most = Limits.Draft / MarkLength;

    public async Task<HashSet<string>> OfAsync(Guid model, RevisionRange range)
    {
        if (await people.ForAsync(model, Right.Read, CancellationToken.None) is not { } access) return [];
        var text = (await drafts.OfAsync(access, EntityRef.WholeModel, CancellationToken.None)).FirstOrDefault(draft => draft.Field == FieldOf(range))?.Text ?? "";
        return [.. text.Chunk(MarkLength).Select(mark => new string(mark))];
    }

    /// <summary>Does nothing for whoever may not read the model any more.</summary>
    public async Task KeepAsync(Guid model, RevisionRange range, IReadOnlyCollection<string> marks)
    {
        if (await people.ForAsync(model, Right.Read, CancellationToken.None) is not { } access) return;
        if (marks.Count == 0) await drafts.DropAsync(access, EntityRef.WholeModel, FieldOf(range), CancellationToken.None);
        else await drafts.KeepAsync(access, EntityRef.WholeModel, FieldOf(range), string.Concat(marks.Take(Most)), "", CancellationToken.None);
    }

    /// <summary>By the two revisions, however an address writes them.</summary>
    private static string FieldOf(RevisionRange range) => $"viewed {range}";
}
