using System.Text;

namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>Text that UTF-8 and PostgreSQL can hold: no NUL, no half of a surrogate pair.</summary>
internal static class StoredText
{
    /// <summary>The same instance when there is nothing to replace.</summary>
    public static string Clean(string text)
    {
        if (!NeedsCleaning(text)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) clean.Append(rune.Value == 0 ? "\uFFFD" : rune.ToString());
        return clean.ToString();
    }

    private static bool NeedsCleaning(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return text.Contains('\0', StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0') return true;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }
        return false;
    }
}
