using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>The revisions of a model as the page shows them.</summary>
/// <param name="Rows">The newest first.</param>
/// <param name="Damage">What does not hold of the stored bytes and their chain; null when all holds.</param>
/// <param name="HasChanged">The model's content differs from the newest revision's.</param>
/// <param name="Comments">How many comments each revision has; none are left out.</param>
public sealed record RevisionList(string ModelName, IReadOnlyList<RevisionSummary> Rows, string? Damage, bool HasChanged, IReadOnlyDictionary<int, int> Comments)
{
    public int CommentsOn(int revision) => Comments.GetValueOrDefault(revision);
}

/// <summary>Lists and verifies the revisions of a model.</summary>
public sealed class RevisionsQuery(RevisionArchive archive, LiveModels models, WorkspaceModels names)
{
    public async Task<RevisionList> RunAsync(ModelAccess access, CancellationToken cancel)
    {
        var rows = await archive.ListAsync(access, cancel);
        var content = (await models.ReadAsync(access, cancel)).Content;
        var damage = await archive.VerifyAsync(access, cancel);
        var hasChanged = damage is not null || !await archive.IsNewestAsync(access, content, cancel);
        return new((await names.GetAsync(access, cancel)).Name, rows, damage, hasChanged,
            content.All<Comment>().Where(c => c.Revision is not null).GroupBy(c => c.Revision!.Value).ToDictionary(on => on.Key, on => on.Count()));
    }
}
