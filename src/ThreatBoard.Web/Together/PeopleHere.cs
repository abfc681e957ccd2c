using System.Collections.Immutable;
using System.Globalization;
using ThreatBoard.Data.Presence;

namespace ThreatBoard.Web.Together;

/// <summary>Makes people of the windows that are open on a model.</summary>
public static class PeopleHere
{
    /// <summary>As many as the tokens <c>--tb-person-0</c> and on.</summary>
    public const int Colours = 12;

    /// <summary>Each person once, where they did something last; oneself only where another window of one's own is open. In the order of their names.</summary>
    public static ImmutableArray<PersonHere> Of(IReadOnlyList<Present> present, Guid circuit)
    {
        var me = present.FirstOrDefault(window => window.Circuit == circuit)?.Person;
        var colours = ColoursOf(present);
        return
        [
            .. present.Where(window => window.Circuit != circuit)
                .GroupBy(window => window.Person)
                .Select(windows => windows.MaxBy(window => (window.MovedAt, window.Circuit))!)
                .Select(window => new PersonHere(
                    window.Person, window.Person == me ? $"{window.Name} (another window)" : window.Name, InitialsOf(window.Name), colours[window.Person], window.At))
                .OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase).ThenBy(person => person.Person),
        ];
    }

    /// <summary>The first letters of the first word and of the last one.</summary>
    public static string InitialsOf(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var letters = words.Length > 1 ? [words[0], words[^1]] : words;
        return string.Concat(letters.Select(word => StringInfo.GetNextTextElement(word))).ToUpperInvariant();
    }

    // A person's id says which colour is theirs. Where two share one, who came later takes the next that is free: who is there already keeps theirs.
    private static Dictionary<Guid, int> ColoursOf(IReadOnlyList<Present> present)
    {
        var taken = new HashSet<int>();
        var colours = new Dictionary<Guid, int>();
        foreach (var person in present.OrderBy(window => window.Circuit).Select(window => window.Person).Distinct())
        {
            var colour = person.ToByteArray().Aggregate(17u, (hash, part) => (hash * 31) + part) % Colours;
            while (taken.Count < Colours && !taken.Add((int)colour)) colour = (colour + 1) % Colours;
            colours[person] = (int)colour;
        }

        return colours;
    }
}
