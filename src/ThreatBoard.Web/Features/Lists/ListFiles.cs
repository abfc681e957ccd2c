using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Features.Lists;

/// <summary>Writes lists as files: as a revision holds them, or as they are now, whole or as their pages filter and sort them.</summary>
public sealed class ListFiles(LiveModels models, RevisionArchive archive, WorkspaceRules rules, WorkspaceDirectory directory, IEnumerable<ListChoice> choices)
{
    /// <returns>Null where there is no such revision.</returns>
    /// <exception cref="Data.Publishing.DamagedRevisionException">The stored revision is not what was published.</exception>
    public async Task<string?> WriteAsync(ModelList list, ModelAccess access, ListQuery query, CancellationToken cancel)
    {
        if (await ContentAsync(access, query.Revision, cancel) is not { } content) return null;
        var day = await rules.DayAsync(access, cancel);
        if (query.IsWhole || choices.FirstOrDefault(choice => choice.List == list.Name) is not { } choice) return list.Write(content, day);
        var owners = await OwnerDesk.NamesAsync(directory, access, content, cancel);
        return list.Write(content, day, choice.Rows(content, new(query.Q, query.Sort, query.Show, day, owners)));
    }

    private async Task<ModelContent?> ContentAsync(ModelAccess access, int? revision, CancellationToken cancel) =>
        revision is { } number ? await archive.ReadAsync(access, number, cancel) : (await models.ReadAsync(access, cancel)).Content;
}
