using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Kubernetes.Reports;

/// <summary>Findings for programs: every finding with rating, subject, evidence and places, and what could not be read.</summary>
public static class FindingsJson
{
    /// <summary>Raised when a field goes or changes its meaning; new fields do not raise it.</summary>
    public const int Format = 1;

    public static byte[] Write(FindingsReport report) => ReportJson.Write(new
    {
        Format,
        ReportJson.Tool,
        Input = ReportJson.InputOf(report.Reading),
        Summary = new
        {
            Critical = report.CountOf(RiskBand.Critical),
            High = report.CountOf(RiskBand.High),
            Medium = report.CountOf(RiskBand.Medium),
            Low = report.CountOf(RiskBand.Low),
            CannotTell = report.Findings.Count(found => !found.IsFound),
        },
        Rules = report.Cards.Where(card => report.Findings.Any(found => found.Card.Code == card.Code)).Select(Rule),
        Groups = report.Groups().Select(Group),
        Findings = report.Findings.Select(Finding),
    });

    private static object Group(ReportedGroup group) => new
    {
        Rule = group.Group.Card.Code,
        Band = group.Band.ToString().ToLowerInvariant(),
        group.Group.Because,
        group.Group.Suggested.Score,
        group.Group.Exposed,
        Fingerprints = group.Findings.Select(found => found.Fingerprint),
    };

    private static object Rule(RuleCard card) => new
    {
        card.Code,
        card.Title,
        Category = card.Category.ToString(),
        card.Why,
        Mitigations = card.Mitigations.AsEnumerable(),
        card.Cwe,
        Attack = card.Attack?.AsEnumerable(),
        References = card.References?.Words(),
    };

    private static object Finding(ReportedFinding found) => new
    {
        Rule = found.Card.Code,
        Answer = found.IsFound ? "found" : "cannotTell",
        Band = found.IsFound ? found.Band.ToString().ToLowerInvariant() : null,
        found.Rating.Likelihood,
        found.Rating.Impact,
        found.Rating.Score,
        found.Subject,
        Because = found.Finding.Reason,
        At = ReportJson.PlaceOf(found.At),
        Evidence = found.Places.Select(place => new { place.Seen.Object, place.Seen.Path, place.Seen.Value, At = ReportJson.PlaceOf(place.At) }),
        found.Fingerprint,
    };
}
