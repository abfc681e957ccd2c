using System.Globalization;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Coverage;

/// <summary>A rule as a run knew it, kept as <c>Tampering FLOW-001</c>, with version and time once there was another version.</summary>
/// <param name="Since">When this version ran first; null for what was there from the first run on.</param>
public sealed record KnownRule(Stride Category, string Code, int Version, DateTimeOffset? Since)
{
    private const string Time = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary>What the rule looks for, whenever it began to: when this changes, its category is asked again.</summary>
    public string Looks => Version == 1 ? $"{Category} {Code}" : string.Create(CultureInfo.InvariantCulture, $"{Category} {Code} {Version}");

    public override string ToString() =>
        Since is { } since ? string.Create(CultureInfo.InvariantCulture, $"{Category} {Code} {Version} {since.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)}") : Looks;

    public static KnownRule Of(string text)
    {
        var parts = text.Split(' ');
        return new(
            Enum.TryParse<Stride>(parts[0], out var category) ? category : default,
            parts.Length > 1 ? parts[1] : "",
            parts.Length > 2 && int.TryParse(parts[2], CultureInfo.InvariantCulture, out var version) ? version : 1,
            parts.Length > 3 && DateTimeOffset.TryParseExact(parts[3], Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) ? since : null);
    }

    /// <param name="before">The rule as the run before knew it; null for a rule that is new.</param>
    /// <param name="isFirstRun">Nothing is new where nothing was before.</param>
    internal static KnownRule Of(RuleCard card, KnownRule? before, bool isFirstRun, DateTimeOffset now) =>
        before?.Version == card.Version ? before with { Category = card.Category } : new(card.Category, card.Code, card.Version, isFirstRun ? null : now);
}
