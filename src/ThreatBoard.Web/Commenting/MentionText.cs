using System.Buffers;
using System.Text;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Commenting;

/// <summary>Mentions as people type them (<c>@Anna</c>) and as they are stored, by id.</summary>
public sealed class MentionText
{
    private static readonly SearchValues<char> s_noName = SearchValues.Create("[]()\n@");

    private readonly Dictionary<string, Mention> _chosen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Remembers whom a name means in this text.</summary>
    /// <returns>What to write: the name, or the whole mention where the name already means somebody else.</returns>
    public string Choose(Owner owner)
    {
        var mention = new Mention(owner.Kind is OwnerKind.Team, owner.Account!.Value, owner.Name);
        return Means(mention) ? $"@{mention.Name}" : mention.ToString();
    }

    /// <summary>A stored text for the box: members by the name that they have now, all others as stored.</summary>
    public string ToTyped(string stored, Func<Mention, string?> nameOf)
    {
        var typed = new StringBuilder(stored.Length);
        for (var at = 0; at < stored.Length;)
        {
            if (Mention.TryRead(stored.AsSpan(at), out var mention, out var length))
            {
                var named = nameOf(mention!) is { } name ? mention! with { Name = name } : null;
                typed.Append(named is not null && Means(named) ? $"@{named.Name}" : stored.AsSpan(at, length));
                at += length;
            }
            else
            {
                typed.Append(stored[at++]);
            }
        }

        return typed.ToString();
    }

    /// <summary>The text as it is stored. A name that nobody was chosen for means the one member or team that is called so; names that two have are words.</summary>
    /// <param name="search">Members and teams one of whose names begins so.</param>
    public async Task<string> ToStoredAsync(string typed, Func<string, Task<IReadOnlyList<Owner>>> search)
    {
        var stored = new StringBuilder(typed.Length);
        var asked = 0;
        for (var at = 0; at < typed.Length;)
        {
            if (BeginsAt(typed, at) && await MeantAsync(typed[(at + 1)..], asked++ < Mention.Most ? search : null) is { } meant)
            {
                stored.Append(meant.Mention);
                at += 1 + meant.Length;
            }
            else
            {
                stored.Append(typed[at++]);
            }
        }

        return stored.ToString();
    }

    /// <summary>The beginning of a name that is being typed, at the place where a text has just been changed; null where it is none.</summary>
    public static (int At, string Beginning)? Typing(string before, string now)
    {
        var end = now.Length - CommonEnd(before, now);
        var at = end > 0 ? now.LastIndexOf('@', end - 1, Math.Min(end, Limits.Person)) : -1;
        if (at < 0 || !BeginsAt(now, at)) return null;
        var beginning = now[(at + 1)..end];
        return beginning.Length > 0 && (char.IsWhiteSpace(beginning[0]) || beginning.AsSpan().ContainsAny(s_noName)) ? null : (at, beginning);
    }

    private static int CommonEnd(string one, string other)
    {
        var start = one.AsSpan().CommonPrefixLength(other);
        var most = Math.Min(one.Length, other.Length) - start;
        var length = 0;
        while (length < most && one[^(length + 1)] == other[^(length + 1)]) length++;
        return length;
    }

    /// <summary>An @ inside of a word is an address, and one before a bracket a mention already.</summary>
    private static bool BeginsAt(string text, int at) => text[at] == '@' && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + 1 == text.Length || text[at + 1] != '[');

    private bool Means(Mention mention) => _chosen.TryAdd(mention.Name, mention) || (_chosen[mention.Name] is var known && (known.IsTeam, known.Account) == (mention.IsTeam, mention.Account));

    private async Task<(Mention Mention, int Length)?> MeantAsync(string rest, Func<string, Task<IReadOnlyList<Owner>>>? search)
    {
        if (Longest(_chosen.Values, rest) is { } chosen) return (chosen, chosen.Name.Length);
        var word = new string([.. rest.TakeWhile(char.IsLetterOrDigit)]);
        if (word.Length == 0 || search is null) return null;
        var named = (await search(word)).Where(owner => owner.Account is not null).Select(owner => new Mention(owner.Kind is OwnerKind.Team, owner.Account!.Value, owner.Name)).ToList();
        return Longest(named, rest) is { } found && named.Count(m => m.Name.Equals(found.Name, StringComparison.OrdinalIgnoreCase)) == 1 ? (found, found.Name.Length) : null;
    }

    private static Mention? Longest(IEnumerable<Mention> mentions, string rest) =>
        mentions.Where(m => rest.StartsWith(m.Name, StringComparison.OrdinalIgnoreCase) && (rest.Length == m.Name.Length || !char.IsLetterOrDigit(rest[m.Name.Length]))).MaxBy(m => m.Name.Length);
}
