using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>Sets merge by element: mine without what they removed, theirs without what I removed, and what either added.</summary>
public static class SetMerge
{
    public static ValueSet<T> Join<T>(ValueSet<T> origin, ValueSet<T> theirs, ValueSet<T> mine)
        where T : notnull, IComparable<T>
    {
        var removed = origin.Where(item => !mine.Contains(item));
        var added = mine.Where(item => !origin.Contains(item));
        return theirs.Without(removed).With(added);
    }
}
