using System.Globalization;
using ThreatBoard.Data.Auditing;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>A filter of the security audit as an address has it; what cannot be read filters nothing.</summary>
public static class AuditQuery
{
    /// <summary>Longer texts than this find nothing that exists.</summary>
    private const int Longest = 100;

    public static AuditFilter Read(string? kind, string? person, string? from, string? to, long? before = null) => new(Text(kind), Text(person), Day(from), Day(to), before);

    /// <summary>As the query of an address, with its question mark; empty for all.</summary>
    public static string Write(AuditFilter filter)
    {
        (string Key, string? Value)[] parts = [("kind", filter.Kind), ("person", filter.Person), ("from", Day(filter.From)), ("to", Day(filter.To)), ("before", filter.Before?.ToString(CultureInfo.InvariantCulture))];
        var query = string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? "" : $"?{query}";
    }

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Length <= Longest ? text.Trim() : text[..Longest];
}
