using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Sources;

/// <summary>Finds entities of a model by kind and origin key: those of one source, and those of other sources of the same cluster.</summary>
internal sealed class SourceKeys
{
    private readonly Dictionary<(string Kind, string Key), IDerivedEntity> _own = [];
    private readonly Dictionary<(string Kind, string Key), IDerivedEntity> _ofCluster = [];

    public SourceKeys(ModelContent content, Source source)
    {
        var siblings = content.All<Source>().Where(s => s.Cluster == source.Cluster).Select(s => s.Id).ToHashSet();
        foreach (var (kind, entity) in DerivedEntities.Of(content))
        {
            foreach (var origin in entity.Origins)
            {
                if (origin.Source == source.Id) _own[(kind, origin.Key)] = entity;
                else if (siblings.Contains(origin.Source)) _ofCluster[(kind, origin.Key)] = entity;
            }
        }
    }

    public IDerivedEntity? Own(string kind, string key) => _own.GetValueOrDefault((kind, key));

    /// <summary>The key under which the source knows an entity of the model.</summary>
    public string? OwnKeyOf(string kind, Guid id) =>
        _own.Where(own => own.Key.Kind == kind && own.Value.Key == id).Select(own => own.Key.Key).FirstOrDefault();

    public IDerivedEntity? OfCluster(string kind, string key) => _ofCluster.GetValueOrDefault((kind, key));
}
