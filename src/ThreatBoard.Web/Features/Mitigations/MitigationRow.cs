using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Mitigations;

/// <summary>One mitigation as its table shows it.</summary>
/// <param name="Threats">What it works against.</param>
/// <param name="Before">The summed scores of those threats that still carry risk, without this mitigation.</param>
/// <param name="After">The same once it is implemented.</param>
public sealed record MitigationRow(Mitigation Mitigation, ImmutableArray<Threat> Threats, int Before, int After)
{
    /// <summary>The owner as the table calls them; empty for nobody.</summary>
    public string OwnerName { get; init; } = Mitigation.Owner.Name;

    public int TakesOff => Before - After;

    public bool IsOverdue(DateOnly today) => !Mitigation.IsDone && Mitigation.Due < today;

    public static ImmutableArray<MitigationRow> Of(ModelContent content, DateOnly today, OwnerNames? owners = null)
    {
        var states = ThreatState.OfAll(content, today);
        var of = content.All<MitigationLink>().ToLookup(link => link.Mitigation);
        var against = content.All<MitigationLink>().ToLookup(link => link.Threat);
        return [.. content.All<Mitigation>().Select(mitigation => new MitigationRow(
            mitigation,
            [.. of[mitigation.Id].Select(link => content.Find<Threat>(link.Threat.Value)).OfType<Threat>().OrderBy(threat => threat.Id)],
            of[mitigation.Id].Sum(link => Score(Without(link))),
            of[mitigation.Id].Sum(link => Score(Without(link)?.LoweredBy(link.Effect)))) { OwnerName = (owners ?? OwnerNames.Stored).Of(mitigation.Owner) })];

        // What the other implemented mitigations leave; a risk that nobody carries any more counts for nothing.
        Rating? Without(MitigationLink own) => !states[own.Threat].Status.CarriesRisk() ? null : against[own.Threat]
            .Where(link => link.Id != own.Id && content.Find<Mitigation>(link.Mitigation.Value) is { IsDone: true })
            .Aggregate(states[own.Threat].Inherent, (rating, link) => rating?.LoweredBy(link.Effect));
    }

    private static int Score(Rating? rating) => rating?.Score ?? 0;
}
