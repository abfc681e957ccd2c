using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>What became of a threat, in one line: what it is about, its rating, its standing, its treatment.</summary>
public static class MoveWords
{
    public static string Of(ThreatMove move, ModelContent before, ModelContent after)
    {
        var words = new List<string> { Subject(move.Threat.Subject, before, after) };
        if (move.IsReRated && move.Before!.Inherent != move.After!.Inherent) words.Add($"inherent {Words(move.Before.Inherent)} → {Words(move.After.Inherent)}");
        if (move.IsReRated && move.Before!.Residual != move.After!.Residual) words.Add($"residual {Words(move.Before.Residual)} → {Words(move.After.Residual)}");
        if (move.Before?.Status != move.After?.Status) words.Add(Status(move.Before?.Status, move.After?.Status));
        if (move is { Was: { } was, Now: { } now } && was.Treatment != now.Treatment)
            words.Add($"treatment {FieldWords.Of(was.Treatment, before)} → {FieldWords.Of(now.Treatment, after)}");
        return string.Join(" · ", words);
    }

    private static string Subject(ThreatSubject subject, ModelContent before, ModelContent after) =>
        subject.IsGone ? $"{subject.Was} (gone)" : EntityTitles.Title(after.Has(subject.Ref) ? after : before, subject.Ref);

    private static string Status(ThreatStatus? was, ThreatStatus? now) => (was, now) switch
    {
        (null, { } begins) => begins.Word().ToLowerInvariant(),
        ({ } ended, null) => $"was {ended.Word().ToLowerInvariant()}, removed",
        _ => $"{was!.Value.Word().ToLowerInvariant()} → {now!.Value.Word().ToLowerInvariant()}",
    };

    private static string Words(Rating? rating) => rating is null ? "not rated" : $"{rating.Likelihood} × {rating.Impact}";
}
