namespace ThreatBoard.Domain.Changes;

/// <summary>What no stored text may hold, whatever its field.</summary>
internal static class TextRules
{
    /// <summary>What is wrong, as the end of a sentence that begins with the field; null when it is fine.</summary>
    public static string? Problem(string text) =>
        text.Any(IsRefused) ? "holds a control character: remove it."
        : !IsWellFormed(text) ? "holds half of a character (a lone surrogate): remove it."
        : null;

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsSurrogatePair(text, i)) return false;
            i++;
        }

        return true;
    }

    private static bool IsRefused(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');
}
