using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Sources;

/// <summary>What follows from a declared renaming: the containers, flows and controls whose keys hold the old key are renamed with it.</summary>
internal static class Renamings
{
    public static Dictionary<(string Kind, string Key), Guid> Expand(
        IEnumerable<SameAs> same, SourceKeys known, DerivedContent before, DerivedContent reading)
    {
        var old = KeysOf(before);
        var fresh = KeysOf(reading).Except(old).ToHashSet();
        var all = new Dictionary<(string, string), Guid>();
        foreach (var word in same)
        {
            all[(word.Kind, word.Key)] = word.Entity;
            if (known.OwnKeyOf(word.Kind, word.Entity) is not { } formerly) continue;
            foreach (var (kind, key) in old.Where(o => o.Key.Contains(formerly, StringComparison.Ordinal)))
            {
                var renamed = (kind, key.Replace(formerly, word.Key, StringComparison.Ordinal));
                if (fresh.Contains(renamed) && known.Own(kind, key) is { } entity) all.TryAdd(renamed, entity.Key);
            }
        }

        return all;
    }

    private static HashSet<(string Kind, string Key)> KeysOf(DerivedContent derived) =>
        [.. DerivedEntities.Of(derived.Content).Select(e => (e.Kind, DerivedEntities.KeyOf(e.Entity)))];
}
