namespace ThreatBoard.Domain.Revisions;

/// <summary>A revision's hash as somebody copied it from paper: in either case, in groups, whole or the beginning of it.</summary>
/// <param name="Digits">Lower-case hexadecimal digits.</param>
public sealed record PaperHash(string Digits)
{
    /// <summary>The digits of a whole hash.</summary>
    public const int Whole = 64;

    /// <summary>The fewest digits by which a revision is told: as many as lists show.</summary>
    public const int Fewest = 12;

    public bool IsWhole => Digits.Length == Whole;

    /// <summary>Null for what is no hash; <see cref="Problem"/> says why.</summary>
    public static PaperHash? Parse(string text) => Problem(text) is null ? new(Clean(text)) : null;

    /// <summary>Null for what can be compared, else what is wrong with it, as a sentence.</summary>
    public static string? Problem(string text)
    {
        var digits = Clean(text);
        return digits.FirstOrDefault(c => !char.IsAsciiHexDigitLower(c)) is var other and not '\0' ? $"A hash is written with 0 to 9 and A to F; “{other}” is none of these."
            : digits.Length < Fewest ? $"These are {digits.Length} digits: give at least the first {Fewest}, better all {Whole}."
            : digits.Length > Whole ? $"These are {digits.Length} digits: a hash has {Whole}."
            : null;
    }

    public bool Matches(ReadOnlySpan<byte> hash) => Convert.ToHexStringLower(hash).StartsWith(Digits, StringComparison.Ordinal);

    private static string Clean(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or ':' or '.'))).ToLowerInvariant();
}
