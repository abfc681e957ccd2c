namespace ThreatBoard.Domain.Modeling;

/// <summary>A person or a team named in a text, kept by id so that it survives another name: <c>@[Anna](person:0190…)</c>.</summary>
/// <param name="Name">As it was when the text was written.</param>
public sealed record Mention(bool IsTeam, Guid Account, string Name)
{
    /// <summary>How many of a text count; whatever comes after them is words.</summary>
    public const int Most = 50;

    private const string Opening = "@[";
    private const string Person = "](person:";
    private const string Team = "](team:";
    private const int IdLength = 36;

    /// <summary>As it is written into a text; brackets of the name become round ones, since they would end it.</summary>
    public override string ToString() => $"{Opening}{Plain(Name)}{(IsTeam ? Team : Person)}{Account:D})";

    /// <summary>Reads a mention at the beginning of a text.</summary>
    /// <param name="length">Of what was read, in UTF-16 code units.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out Mention? mention, out int length)
    {
        (mention, length) = (null, 0);
        if (!text.StartsWith(Opening)) return false;
        var name = text[Opening.Length..];
        name = name[..Math.Min(name.Length, Limits.Person + 1)];
        if (name.IndexOfAny("[]\n") is not (> 0 and var end) || name[end] is not ']') return false;
        var rest = text[(Opening.Length + end)..];
        var isTeam = rest.StartsWith(Team);
        if (!isTeam && !rest.StartsWith(Person)) return false;
        rest = rest[(isTeam ? Team : Person).Length..];
        if (rest.Length <= IdLength || rest[IdLength] is not ')' || !Guid.TryParseExact(rest[..IdLength], "D", out var account)) return false;
        mention = new(isTeam, account, name[..end].ToString());
        length = text.Length - rest.Length + IdLength + 1;
        return true;
    }

    /// <summary>The mentions of a text, each account once, at most <see cref="Most"/>.</summary>
    public static IReadOnlyList<Mention> In(string text)
    {
        var found = new Dictionary<(bool, Guid), Mention>();
        for (var at = text.IndexOf(Opening, StringComparison.Ordinal); at >= 0 && found.Count < Most; at = Next(text, at + 1))
        {
            if (TryRead(text.AsSpan(at), out var mention, out _)) found.TryAdd((mention!.IsTeam, mention.Account), mention);
        }

        return [.. found.Values];
    }

    private static int Next(string text, int from) => from < text.Length ? text.IndexOf(Opening, from, StringComparison.Ordinal) : -1;

    private static string Plain(string name) => name.Replace('[', '(').Replace(']', ')');
}
