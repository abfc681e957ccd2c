using System.Collections.Immutable;

namespace ThreatBoard.Web.Features.Kubernetes;

/// <summary>The first rows of what may be very many, and how many there are.</summary>
public sealed record Listed<T>(ImmutableArray<T> Rows, int Total)
{
    /// <summary>More than a page shows at once without becoming slow.</summary>
    public const int Most = 200;

    /// <summary>What is to be said under the table; null where all rows are in it.</summary>
    public string? LeftOut => Total > Rows.Length ? $"{Total - Rows.Length} more are not shown." : null;
}

/// <summary>Cuts rows to what a page shows.</summary>
public static class Listed
{
    public static Listed<T> Of<T>(IEnumerable<T> rows)
    {
        var all = rows.ToList();
        return new([.. all.Take(Listed<T>.Most)], all.Count);
    }
}
