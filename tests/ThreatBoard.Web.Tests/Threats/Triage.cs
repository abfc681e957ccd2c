using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Features.Threats;
using ThreatBoard.Web.Ui;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Tests.Threats;

/// <summary>Makes rows of the triage table with everything but the point of the test at a default.</summary>
internal static class Triage
{
    public static Owner Ada { get; } = Owner.Person(Guid.Parse("01990000-0000-7000-8000-0000000000ad"), "Ada");

    public static Owner Platform { get; } = Owner.Team(Guid.Parse("01990000-0000-7000-8000-0000000000aa"), "Platform");

    /// <summary>Seen by Ada, who is in the platform team.</summary>
    public static FilterContext Today { get; } = new(OwnerNames.Stored with { Mine = [Ada.Account!.Value, Platform.Account!.Value] }, new DateOnly(2026, 11, 21));

    public static Threat Threat(string title = "Someone listens", int score = 0, DateTimeOffset? since = null) => new()
    {
        Id = new(Guid.CreateVersion7(since ?? new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero))),
        Title = title,
        CameFrom = ThreatSource.Workshop,
        Suggested = score == 0 ? null : new Rating(Likelihood: 1, Impact: 1),
    };

    /// <param name="score">Residual and inherent score, 0 to 25; 0 leaves the threat unrated.</param>
    public static ThreatRow Row(
        Threat? threat = null, int score = 0, ThreatStatus status = ThreatStatus.Open, string subject = "web", string actor = "", string rule = "", int? exposure = null)
    {
        var shown = threat ?? Threat();
        var rating = score == 0 ? null : new Rating(score, 1);
        return new(shown, new(status, rating, rating, rating), subject, actor, rule, exposure, shown.Id.Value.Version == 7 ? Web.Ui.EntityWords.MadeAt(shown.Id) : default);
    }

    public static bool Passes(string filter, ThreatRow row) => ThreatFilter.Parse(filter).Passes(row, Today);
}
