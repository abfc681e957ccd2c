using System.Collections.Frozen;
using System.Text;

namespace ThreatBoard.Web.Ui;

/// <summary>Stored names and members of enumerations as people write them.</summary>
public static class NameWords
{
    private static readonly FrozenDictionary<string, string> s_known = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Tls"] = "TLS",
        ["MutualTls"] = "mTLS",
        ["OAuth"] = "OAuth",
        ["startsAt"] = "starts at",
        ["of"] = "belongs to",
        ["on"] = "about",
        ["tenancy"] = "lies in",
        ["isContainer"] = "is a container",
        ["cameFrom"] = "came from",
        ["suggested"] = "suggested rating",
        ["ends"] = "from and to",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(Enum member) => Spaced(member.ToString());

    /// <summary>The name of a field in words.</summary>
    public static string OfField(string name) => Spaced(name);

    /// <summary><c>DataStore</c> and <c>dataStore</c> as <c>data store</c>.</summary>
    public static string Spaced(string name)
    {
        if (s_known.TryGetValue(name, out var known)) return known;
        var words = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0) words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
