using System.Collections.Immutable;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Reports;

/// <summary>What all rules say of some manifests: the worst first, then by rule and subject.</summary>
/// <param name="Cards">Of all rules that ran, in the order of the catalogue.</param>
public sealed record FindingsReport(ManifestModel Model, ImmutableArray<RuleCard> Cards, ImmutableArray<ReportedFinding> Findings)
{
    public ManifestReading Reading => Model.Reading;

    /// <summary>What was found, grouped by cause, in the order in which a reviewer should read; what could not be told is not among it.</summary>
    public ImmutableArray<ReportedGroup> Groups()
    {
        var reported = Findings.Where(found => found.IsFound).ToDictionary<ReportedFinding, Finding>(found => found.Finding, ReferenceEqualityComparer.Instance);
        return [.. FindingGroups.Of(reported.Values.Select(found => found.Finding), Model.Cluster).Select(group => new ReportedGroup(group, [.. group.Findings.Select(finding => reported[finding])]))];
    }

    public static FindingsReport Of(ManifestModel model)
    {
        var run = KubernetesRules.Run(model.Content, new Dictionary<Id<Source>, ImmutableArray<KubernetesObject>> { [DerivedContent.Self] = model.Reading.Objects });
        var places = new ManifestPlaces(model.Reading.Objects);
        return new(
            model,
            [.. KubernetesRules.All.Select(rule => rule.Card)],
            [
                .. run.Findings.Where(finding => finding.Answer is Answer.Found or Answer.CannotTell)
                    .Select(finding => Reported(finding, model, places))
                    .OrderBy(found => found.Finding.Answer)
                    .ThenByDescending(found => found.Rating.Score)
                    .ThenBy(found => found.Card.Code, StringComparer.Ordinal)
                    .ThenBy(found => found.Subject, StringComparer.Ordinal)
                    .ThenBy(found => found.Finding.Discriminator, StringComparer.Ordinal),
            ]);
    }

    /// <summary>How many were found; what could not be told is in no band.</summary>
    public int CountOf(RiskBand band) => Findings.Count(found => found.IsFound && found.Band == band);

    public bool HasAny(RiskBand atLeast) => Findings.Any(found => found.IsFound && found.Band >= atLeast);

    private static ReportedFinding Reported(Finding finding, ManifestModel model, ManifestPlaces places)
    {
        var subject = model.Content.Find(finding.Subject) is IDerivedEntity { Origins: { Count: > 0 } origins } ? origins.First().Key : model.Content.TitleOf(finding.Subject) ?? "";
        ImmutableArray<ReportedPlace> seen = [.. finding.Evidence.Select(evidence => new ReportedPlace(evidence, places.Find(evidence.Object, evidence.Path)))];
        return new(finding, subject, seen.FirstOrDefault(place => place.At is not null)?.At ?? places.Find(subject), seen);
    }
}
