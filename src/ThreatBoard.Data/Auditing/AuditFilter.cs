using Microsoft.EntityFrameworkCore;

namespace ThreatBoard.Data.Auditing;

/// <summary>Which lines of the security audit are asked for.</summary>
/// <param name="Kind">A kind, or the area before its point; null for all.</param>
/// <param name="Person">Part of the name that a line bears; null for all.</param>
/// <param name="From">The first day, in UTC.</param>
/// <param name="To">The last day, in UTC.</param>
/// <param name="Before">Only lines with a lower number: how one pages.</param>
public sealed record AuditFilter(string? Kind = null, string? Person = null, DateOnly? From = null, DateOnly? To = null, long? Before = null)
{
    /// <summary>How many lines a page has at most.</summary>
    public const int PageSize = 50;

    private const string Escape = "!";

    internal IQueryable<AuditRow> Of(IQueryable<AuditRow> rows)
    {
        if (Kind is { } kind) rows = rows.Where(row => row.Kind == kind || row.Kind.StartsWith(kind + "."));
        if (Person is { } person) rows = rows.Where(row => EF.Functions.ILike(row.Person, Pattern(person), Escape));
        if (From is { } from) rows = rows.Where(row => row.At >= Midnight(from));
        if (To is { } to && to < DateOnly.MaxValue) rows = rows.Where(row => row.At < Midnight(to.AddDays(1)));
        return rows;
    }

    internal IQueryable<AuditRow> Page(IQueryable<AuditRow> rows)
    {
        var passing = Of(rows);
        if (Before is { } before) passing = passing.Where(row => row.Number < before);
        return passing.OrderByDescending(row => row.Number).Take(PageSize);
    }

    private static string Pattern(string part) =>
        $"%{part.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
