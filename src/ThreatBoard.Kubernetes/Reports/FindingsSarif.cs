using System.Globalization;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Reports;

/// <summary>Findings as SARIF 2.1.0, for code scanning: rules with help, results with file and line, fingerprints that outlive moved lines.</summary>
public static class FindingsSarif
{
    private const string BaseId = "%SRCROOT%";

    public static byte[] Write(FindingsReport report) => ReportJson.Write(Log(report));

    private static Dictionary<string, object> Log(FindingsReport report) => new(StringComparer.Ordinal)
    {
        // The schema's own property begins with a sign that no C# name can have.
        ["$schema"] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        ["version"] = "2.1.0",
        ["runs"] = new[] { Run(report) },
    };

    private static object Run(FindingsReport report)
    {
        var used = report.Findings.Select(found => found.Card.Code).ToHashSet(StringComparer.Ordinal);
        var cards = report.Cards.Where(card => used.Contains(card.Code)).ToList();
        var index = cards.Select((card, i) => (card.Code, i)).ToDictionary(pair => pair.Code, pair => pair.i, StringComparer.Ordinal);
        var files = report.Reading.Files.Distinct(StringComparer.Ordinal).Select((file, i) => (file, i)).ToDictionary(pair => pair.file, pair => pair.i, StringComparer.Ordinal);
        return new
        {
            Tool = new { Driver = new { Name = "ThreatBoard", SemanticVersion = ReportJson.Version, Rules = cards.Select(Rule) } },
            Invocations = new[] { Invocation(report.Reading, files) },
            OriginalUriBaseIds = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [BaseId] = new { Description = new { Text = "The folder that threatboard was called in." } },
            },
            Artifacts = files.OrderBy(file => file.Value).Select(file => new { Location = Artifact(file.Key, index: null) }),
            ColumnKind = "utf16CodeUnits",
            Results = report.Findings.Select(found => Result(found, found.At ?? Anywhere(report.Reading), index, files)),
        };
    }

    private static object Rule(RuleCard card) => new
    {
        Id = card.Code,
        Name = string.Concat(card.Title.Split(' ', '-', '/').Select(word => string.Concat(word.Where(char.IsLetterOrDigit))).Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..])),
        ShortDescription = new { Text = card.Title },
        FullDescription = new { Text = card.Why },
        Help = new
        {
            Text = $"{card.Why} What to do: {string.Join("; ", card.Mitigations)}.",
            Markdown = $"{card.Why}\n\n**What to do**\n\n{string.Join('\n', card.Mitigations.Select(mitigation => $"* {mitigation}"))}\n",
        },
        DefaultConfiguration = new { Level = Level(BandScale.Usual.Of(card.Suggested.Score)) },
        Properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["tags"] = Tags(card).ToList(),
            ["security-severity"] = SecuritySeverity(card.Suggested.Score),
        },
    };

    private static IEnumerable<string> Tags(RuleCard card)
    {
        yield return "security";
        yield return "kubernetes";
        yield return StrideWords.Of(card.Category).Replace(' ', '-');
        if (card.Cwe is { } cwe) yield return string.Create(CultureInfo.InvariantCulture, $"external/cwe/cwe-{cwe:000}");
        foreach (var technique in card.Attack ?? []) yield return $"external/attack/{technique}";
    }

    // Readers of SARIF show no result that lies nowhere; what no file says lies where the files begin.
    private static ObjectLocation? Anywhere(ManifestReading reading) => reading.Files is [var first, ..] ? new(first, 1, 1) : null;

    private static object Result(ReportedFinding found, ObjectLocation? at, Dictionary<string, int> rules, Dictionary<string, int> files) => new
    {
        RuleId = found.Card.Code,
        RuleIndex = rules[found.Card.Code],
        // Not enough was said to decide: such a result has no level.
        Kind = found.IsFound ? "fail" : "open",
        Level = found.IsFound ? Level(found.Band) : "none",
        Message = new { Text = $"{found.Card.Title}: {found.Subject}: {found.Finding.Reason}" },
        Locations = new[] { Location(at, found.Subject, files) },
        RelatedLocations = found.Places.Where(place => place.At is not null && place.At != at).Select(place => (place.At, Name: $"{place.Seen.Object}:{place.Seen.Path}")).Distinct().Select(place => Location(place.At, place.Name, files)),
        PartialFingerprints = new Dictionary<string, string>(StringComparer.Ordinal) { ["threatBoardFinding/v1"] = found.Fingerprint },
        Rank = found.Rating.Score * 4.0,
        Properties = new { found.Rating.Likelihood, found.Rating.Impact, found.Rating.Score, Evidence = found.Places.Select(place => new { place.Seen.Object, place.Seen.Path, place.Seen.Value }) },
    };

    private static object Location(ObjectLocation? at, string name, Dictionary<string, int> files) => new
    {
        PhysicalLocation = at is null ? null : new
        {
            ArtifactLocation = Artifact(at.File, files.TryGetValue(at.File, out var index) ? index : null),
            Region = new { StartLine = Math.Max(at.Line, 1) },
        },
        LogicalLocations = new[] { new { FullyQualifiedName = name, Kind = "object" } },
    };

    private static object Artifact(string file, int? index) => new
    {
        Uri = string.Join('/', file.Split('/').Select(Uri.EscapeDataString)),
        // Where it was called from; a path that begins at the root stands for itself.
        UriBaseId = file.StartsWith('/') ? null : BaseId,
        Index = index,
    };

    private static object Invocation(ManifestReading reading, Dictionary<string, int> files) => new
    {
        ExecutionSuccessful = reading.Spent.Exhausted is null,
        ToolExecutionNotifications = reading.Problems.Select(problem => new
        {
            Level = problem.Severity switch { ProblemSeverity.Refused => "error", ProblemSeverity.Warning => "warning", _ => "note" },
            Message = new { Text = $"{problem.Message} {problem.Remedy}".TrimEnd() },
            Locations = problem.File.Length == 0 ? null : new[] { new { PhysicalLocation = new { ArtifactLocation = Artifact(problem.File, files.TryGetValue(problem.File, out var index) ? index : null), Region = problem.Line > 0 ? new { StartLine = problem.Line } : null } } },
        }),
    };

    private static string Level(RiskBand band) => band switch { RiskBand.Critical or RiskBand.High => "error", RiskBand.Medium => "warning", _ => "note" };

    /// <summary>0.1 to 10.0: each band lies where code scanning has the band of the same name.</summary>
    private static string SecuritySeverity(int score)
    {
        var (from, to, low, high) = BandScale.Usual.Of(score) switch
        {
            RiskBand.Critical => (15, 25, 9.0, 10.0),
            RiskBand.High => (10, 14, 7.0, 8.9),
            RiskBand.Medium => (5, 9, 4.0, 6.9),
            _ => (1, 4, 0.1, 3.9),
        };
        return (low + (high - low) * (score - from) / (to - from)).ToString("0.0", CultureInfo.InvariantCulture);
    }
}
