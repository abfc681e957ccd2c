using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Publishing;

namespace ThreatBoard.Web.Features.Report;

/// <summary>Brings a revision back for its report.</summary>
public sealed class ReportQuery(RevisionArchive archive, WorkspaceModels models, WorkspaceRules rules)
{
    /// <summary>Null where the model has no such revision.</summary>
    /// <exception cref="DamagedRevisionException">The stored revision is not what was published.</exception>
    public async Task<RevisionReport?> RunAsync(ModelAccess access, int number, CancellationToken cancel)
    {
        if ((await archive.ListAsync(access, cancel)).FirstOrDefault(revision => revision.Number == number) is not { } revision) return null;
        if (await archive.ReadAsync(access, number, cancel) is not { } content) return null;
        var model = await models.GetAsync(access, cancel);
        return new(access.ModelId, model.Name, model.Description, revision, content, (await rules.OfAsync(access, cancel)).Bands);
    }
}
