using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Sources;

/// <summary>The last and the new reading with the ids that the model knows their entities by.</summary>
internal sealed class Meeting
{
    private readonly Dictionary<Guid, Guid> _ids = [];
    private readonly Dictionary<EntityRef, string> _keys = [];
    private readonly SourceKeys _known;
    private readonly Dictionary<(string, string), Guid> _same;
    private readonly TimeProvider _clock;

    public Meeting(
        ModelContent now, Source source, DerivedContent before, DerivedContent reading, IReadOnlyCollection<SameAs> same, TimeProvider clock)
    {
        _clock = clock;
        _known = new(now, source);
        _same = Renamings.Expand(same, _known, before, reading);
        _ids[DerivedContent.Self.Value] = source.Id.Value;
        Learn(before.Content);
        Learn(reading.Content);
        Before = Remap.Of(before.Content, Mapped);
        After = Remap.Of(reading.Content, Mapped);
    }

    /// <summary>What the source gave last time.</summary>
    public ModelContent Before { get; }

    /// <summary>What it gives now.</summary>
    public ModelContent After { get; }

    public string KeyOf(EntityRef entity) => _keys[entity];

    private Guid Mapped(Guid local) => _ids.GetValueOrDefault(local, local);

    private void Learn(ModelContent derived)
    {
        foreach (var (kind, entity) in DerivedEntities.Of(derived))
        {
            var key = DerivedEntities.KeyOf(entity);
            if (!_ids.TryGetValue(entity.Key, out var id)) _ids[entity.Key] = id = IdFor(kind, key);
            _keys[new(kind, id)] = key;
        }
    }

    /// <summary>The id it has in the model, or is declared to have; else that of the same key from another source of the cluster; else a new one.</summary>
    private Guid IdFor(string kind, string key) =>
        _known.Own(kind, key)?.Key
        ?? (_same.TryGetValue((kind, key), out var declared) ? declared : null as Guid?)
        ?? _known.OfCluster(kind, key)?.Key
        ?? Guid.CreateVersion7(_clock.GetUtcNow());
}
