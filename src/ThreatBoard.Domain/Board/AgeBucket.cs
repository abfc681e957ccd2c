namespace ThreatBoard.Domain.Board;

/// <summary>How long a threat has been known.</summary>
public enum AgeBucket
{
    UpTo30Days,
    UpTo90Days,
    UpTo180Days,
    Longer,
}

/// <summary>Sorts ages into buckets: 0–30, 31–90, 91–180 and over 180 days.</summary>
public static class AgeBuckets
{
    public static AgeBucket Of(int days) => days switch
    {
        <= 30 => AgeBucket.UpTo30Days,
        <= 90 => AgeBucket.UpTo90Days,
        <= 180 => AgeBucket.UpTo180Days,
        _ => AgeBucket.Longer,
    };
}
