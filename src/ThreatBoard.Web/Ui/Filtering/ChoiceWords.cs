namespace ThreatBoard.Web.Ui.Filtering;

/// <summary>How the values of an enumeration are written in a filter.</summary>
public static class ChoiceWords
{
    /// <summary>The values whose name or word is the text, else those that begin with it: <c>t</c>, <c>tampering</c>, <c>in-treatment</c>.</summary>
    public static IReadOnlyList<T> Named<T>(string text)
        where T : struct, Enum
    {
        var sought = Bare(text);
        if (sought.Length == 0) return [];
        var exact = Enum.GetValues<T>().Where(v => Spellings(v).Contains(sought)).ToList();
        return exact.Count > 0 ? exact : [.. Enum.GetValues<T>().Where(v => Spellings(v).Any(s => s.StartsWith(sought, StringComparison.Ordinal)))];
    }

    public static string List<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(v => EnumWords.Word(v).ToLowerInvariant().Replace(' ', '-')));

    private static string[] Spellings<T>(T value)
        where T : struct, Enum => [Bare(value.ToString()), Bare(EnumWords.Word(value))];

    private static string Bare(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
