using System.Globalization;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.Catalogue;

namespace ThreatBoard.Kubernetes.Reports;

/// <summary>Findings for a person at a terminal: one block a cause, the worst and what the internet reaches first, each place as file:line.</summary>
public static class FindingsText
{
    private static readonly RiskBand[] s_bands = [RiskBand.Critical, RiskBand.High, RiskBand.Medium, RiskBand.Low];

    /// <param name="report">What was found.</param>
    /// <param name="output">Where to.</param>
    /// <param name="all">Every cause and every place; else the first page of causes, at most five places of each, and only how many rules could not tell.</param>
    public static void Write(FindingsReport report, TextWriter output, bool all = false)
    {
        var groups = report.Groups();
        foreach (var group in all ? groups : groups.Take(FindingGroups.Page)) WriteGroup(group, output, all);
        if (!all && groups.Length > FindingGroups.Page) output.WriteLine($"… and {PlainText.Count(groups.Length - FindingGroups.Page, "more cause")}: --all shows them\n");
        var unknown = report.Findings.Where(found => !found.IsFound).ToList();
        if (all && unknown.Count > 0) WriteUnknown(unknown, output);
        output.WriteLine(Summary(report, unknown.Count, all));
    }

    private static void WriteGroup(ReportedGroup group, TextWriter output, bool all)
    {
        const int most = 5;
        var (found, card) = (group.Findings.ToList(), group.Card);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{group.Band.ToString().ToUpperInvariant()}  {card.Code}  {card.Title}  ({Range(found)}; {StrideWords.Of(card.Category)}){Reached(group.Group)}"));
        output.WriteLine($"  {card.Why}");
        foreach (var one in found.Take(all ? found.Count : most)) WriteOne(one, output);
        if (!all && found.Count > most) output.WriteLine($"  … and {PlainText.Count(found.Count - most, "more place")}: --all shows them");
        foreach (var mitigation in card.Mitigations.Take(2)) output.WriteLine($"  → {mitigation}");
        output.WriteLine();
    }

    private static void WriteOne(ReportedFinding one, TextWriter output)
    {
        output.WriteLine($"  - {PlainText.OneLine(one.Subject)}: {PlainText.OneLine(one.Finding.Reason)}");
        foreach (var place in one.Places.Take(3)) output.WriteLine($"      {Where(place.At ?? one.At)}{Seen(place.Seen)}");
        if (one.Places.Length == 0 && one.At is not null) output.WriteLine($"      {Where(one.At)}");
    }

    /// <summary>Where it was found makes one and the same thing weigh more or less.</summary>
    private static string Range(List<ReportedFinding> found) =>
        found.Select(one => one.Rating).MaxBy(rating => rating.Score)! is var worst && found.TrueForAll(one => one.Rating == worst)
            ? string.Create(CultureInfo.InvariantCulture, $"likelihood {worst.Likelihood} × impact {worst.Impact} = {worst.Score}")
            : string.Create(CultureInfo.InvariantCulture, $"{found.Min(one => one.Rating.Score)} to {worst.Score} of 25");

    private static string Reached(FindingGroup group) =>
        group.Exposed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"  the internet reaches {group.Exposed} of {group.Findings.Length}");

    private static void WriteUnknown(List<ReportedFinding> unknown, TextWriter output)
    {
        output.WriteLine("CANNOT TELL");
        foreach (var one in unknown) output.WriteLine($"  - {one.Card.Code}  {PlainText.OneLine(one.Subject)}: {PlainText.OneLine(one.Finding.Because)}");
        output.WriteLine();
    }

    private static string Where(Manifests.ObjectLocation? at) =>
        at is null ? "(in no file)" : string.Create(CultureInfo.InvariantCulture, $"{PlainText.OneLine(at.File)}:{at.Line}");

    private static string Seen(Evidence seen) =>
        seen.Path.Length == 0 ? "" : $"  {PlainText.OneLine(seen.Path)}{(seen.Value.Length == 0 ? " is not set" : $": {PlainText.OneLine(seen.Value)}")}";

    private static string Summary(FindingsReport report, int unknown, bool all)
    {
        var counts = string.Join(", ", s_bands.Select(band => string.Create(CultureInfo.InvariantCulture, $"{report.CountOf(band)} {band.ToString().ToLowerInvariant()}")));
        var told = unknown == 0 ? "" : $"; {PlainText.Count(unknown, "question")} that the manifests do not answer{(all ? "" : " (--all shows them)")}";
        return $"{PlainText.Count(report.Findings.Count(found => found.IsFound), "finding")}: {counts}{told}. "
            + $"Read {PlainText.Count(report.Reading.Files.Length, "file")} with {PlainText.Count(report.Reading.Objects.Length, "object")}.";
    }
}
