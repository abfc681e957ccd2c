using System.Collections.Frozen;

namespace ThreatBoard.Data.Accounts;

/// <summary>Whether a password is one of those that are tried first: the bundled list, and what people make of it to reach a length.</summary>
public static class KnownPasswords
{
    /// <summary>More than so much around a common word makes it no longer one.</summary>
    private const int MostPadding = 6;

    /// <summary>A unit as short as this, repeated, is common whatever it is.</summary>
    private const int ShortUnit = 4;

    private static readonly FrozenSet<string> s_known = Read();

    /// <summary>How many passwords the list holds.</summary>
    public static int Count => s_known.Count;

    public static bool Has(string password)
    {
        var lower = password.ToLowerInvariant();
        return IsKnown(lower) || IsRun(lower) || IsKnown(Core(lower), lower) || IsTwo(lower) || IsRepeated(lower);
    }

    private static bool IsKnown(string text) => s_known.Contains(text) || s_known.Contains(Plain(text));

    private static bool IsKnown(string core, string whole) => whole.Length - core.Length <= MostPadding && IsKnown(core);

    /// <summary>Two of the list, one after the other: <c>qwertyuiopasdfghjkl</c>.</summary>
    private static bool IsTwo(string text) => Enumerable.Range(1, text.Length - 1).Any(first => IsKnown(text[..first]) && IsKnown(text[first..]));

    /// <summary>What is left between digits and signs at both ends: <c>monkey</c> of <c>!monkey2024!</c>.</summary>
    private static string Core(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && !char.IsLetter(text[start])) start++;
        while (end > start && !char.IsLetter(text[end - 1])) end--;
        return text[start..end];
    }

    /// <summary>With the usual signs in place of letters turned back: <c>p@ssw0rd</c>.</summary>
    private static string Plain(string text) => string.Concat(text.Select(c => c switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => c,
    }));

    /// <summary>One step between all neighbours: <c>aaaaaaaaaaaa</c>, <c>abcdefghijkl</c>, <c>210987654321</c> counts as well.</summary>
    private static bool IsRun(string text)
    {
        for (var step = -1; step <= 1; step++)
            if (Enumerable.Range(1, text.Length - 1).All(i => Follows(text[i - 1], text[i], step))) return true;
        return false;
    }

    private static bool Follows(char one, char next, int step) =>
        next - one == step || (char.IsAsciiDigit(one) && char.IsAsciiDigit(next) && (next - one - step) % 10 == 0);

    private static bool IsRepeated(string text) =>
        Enumerable.Range(1, text.Length / 2).Any(unit => (unit <= ShortUnit || IsKnown(text[..unit])) && Enumerable.Range(unit, text.Length - unit).All(i => text[i] == text[i - unit]));

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(KnownPasswords).Assembly.GetManifestResourceStream("ThreatBoard.Data.Accounts.KnownPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).ToFrozenSet(StringComparer.Ordinal);
    }
}
