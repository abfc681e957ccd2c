using System.Globalization;
using ThreatBoard.Data;
using ThreatBoard.Data.Boards;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Notices;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Dashboard;

/// <summary>Something that waits for somebody, as one line of a list.</summary>
/// <param name="Icon">Shown where there is no risk to show.</param>
/// <param name="Band">Null where the line is about no risk; <see cref="RiskBand.None"/> where it is not rated.</param>
/// <param name="When">The day by which it counts, in words.</param>
public sealed record WorkLine(string Href, string Title, string About, string Icon, RiskBand? Band, int Score, string When, bool IsLate)
{
    /// <param name="several">Whether workspaces have to be told apart.</param>
    public static WorkLine Of(OwnedWork work, bool several) => new(
        $"/models/{work.At.Model}/{work.Kind}s?open={work.Kind}:{work.Id}", work.Title, $"{work.About} · {Place(work.At, several)}{(work.Owner.IsNobody ? "" : $" · {work.Owner.Name}")}", "threat",
        work.IsRated ? work.At.Bands.Of(work.Score) : RiskBand.None, work.Score, work.Due is { } due ? $"{(work.IsOverdue ? "overdue, " : "due ")}{Day(due)}" : "", work.IsOverdue);

    public static WorkLine Of(OpenDecision decision, bool several, DateTimeOffset now) => new(
        decision.Threat is { } threat ? $"/models/{decision.At.Model}/threats?open=threat:{threat}" : $"/models/{decision.At.Model}/iterations",
        decision.Threat is null ? "Approve a revision" : $"Accept the risk of “{decision.Title}”?", $"{decision.AskedBy} asks · {Place(decision.At, several)}", "check", null, 0, TimeWords.Ago(decision.AskedAt, now), IsLate: false);

    public static WorkLine Of(ExpiringAcceptance acceptance, bool several) => new(
        $"/models/{acceptance.At.Model}/threats?open=threat:{acceptance.Threat}", acceptance.Title, Place(acceptance.At, several), "clock", null, 0, $"holds until {Day(acceptance.Expires)}",
        IsLate: acceptance.Expires <= acceptance.At.Today.AddDays(7));

    public static WorkLine Of(WaitingReading reading, bool several, DateTimeOffset now) => new(
        $"/models/{reading.At.Model}/sources/{reading.Source}/changes", reading.Name, $"read by {reading.By} · {Place(reading.At, several)}", "source", null, 0, TimeWords.Ago(reading.Since, now), IsLate: false);

    public static WorkLine Of(DueReview review, bool several) => new(
        $"/models/{review.At.Model}/iterations", review.At.Name, several ? review.At.Workspace : "Open an iteration to look at it again", "history", null, 0, $"due since {Day(review.Since)}", IsLate: true);

    public static WorkLine Of(NoticeRow mention, DateTimeOffset now) => new(
        NoticeWords.Address(mention.Notice), NoticeWords.Sentence(mention.Notice), $"{NoticeWords.Said(mention.Notice)} · {mention.ModelName}", "comment", null, 0, TimeWords.Ago(mention.Notice.At, now), IsLate: false);

    private static string Place(WorkPlace at, bool several) => several ? $"{at.Name} · {at.Workspace}" : at.Name;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
