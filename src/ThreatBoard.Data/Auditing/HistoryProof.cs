using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Journaling;

namespace ThreatBoard.Data.Auditing;

/// <summary>Reads all of the stored history once, and reckons every hash anew.</summary>
/// <param name="workspace">Whose models; null for all. The security audit is one chain, and always read whole.</param>
internal sealed class HistoryProof(ThreatBoardDb db, Guid? workspace, IProgress<HistoryProgress>? progress)
{
    private HistoryReport _report = new(0, 0, 0, 0, []);

    public async Task<HistoryReport> MakeAsync(CancellationToken cancel)
    {
        var models = await db.Models.Where(model => workspace == null || model.WorkspaceId == workspace).OrderBy(model => model.Name).ThenBy(model => model.Id)
            .Select(model => new { model.Id, model.Name }).ToListAsync(cancel);
        progress?.Report(new(0, models.Count + 1, "the security audit"));
        var (lines, problem) = await SecurityAudit.VerifyAsync(db, cancel);
        Add(_report with { Lines = lines }, model: null, "Security audit", problem);
        foreach (var model in models)
        {
            progress?.Report(new(_report.Models + 1, models.Count + 1, model.Name));
            var journal = await JournalProof.OfAsync(db, model.Id, cancel);
            Add(_report with { Entries = _report.Entries + journal.Entries }, model.Id, $"Journal of {model.Name}", journal.Problem);
            var (revisions, damage) = await RevisionArchive.VerifyAsync(db, model.Id, cancel);
            Add(_report with { Revisions = _report.Revisions + revisions, Models = _report.Models + 1 }, model.Id, $"Revisions of {model.Name}", damage);
        }

        return _report;
    }

    private void Add(HistoryReport report, Guid? model, string where, string? problem) =>
        _report = problem is null ? report : report with { Damages = report.Damages.Add(new(model, where, problem)) };
}
