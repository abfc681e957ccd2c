using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Coverage;

/// <summary>Tells whether what somebody looked at is still the same: digests of the facts of an element and of its flows.</summary>
/// <remarks>Names, descriptions, tags, origins and evidence are no facts: a renamed or moved box is the same system.</remarks>
public sealed class SubjectDigests
{
    private const int Length = 16;

    private readonly ConcurrentDictionary<EntityRef, string> _digests = [];
    private readonly ConcurrentDictionary<Id<Flow>, string> _flows = [];
    private readonly ModelGraph _graph;
    private readonly ILookup<Stride, string> _rules;
    private readonly Lazy<string> _architecture;

    private SubjectDigests(ModelContent content)
    {
        _graph = ModelGraph.Of(content);
        _rules = RulesThatRan.In(content);
        _architecture = new(OfAll);
    }

    /// <summary>Of all that rules look at.</summary>
    public string Architecture => _architecture.Value;

    public static SubjectDigests Of(ModelContent content) => content.Shared(static known => new SubjectDigests(known));

    /// <summary>Empty for the model as a whole, and for what is not there.</summary>
    public string this[EntityRef subject] => _digests.GetOrAdd(subject, OfOne);

    /// <summary>Of the subject and of the rules that look for the category.</summary>
    public string this[CoverageCell cell] => Digest($"{this[cell.Subject]}\n{string.Join('\n', RulesOf(cell.Category))}");

    private IEnumerable<string> RulesOf(Stride category) => _rules[category];

    private string OfAll()
    {
        var content = _graph.Content;
        var looked = _graph.Flows.Select(EntityRef.To).Concat(_graph.Boundaries.Select(EntityRef.To)).Concat(content.All<Asset>().Select(EntityRef.To)).Concat(_graph.Components.Select(EntityRef.To));
        return Digest(string.Join('\n', looked.Order().Select(subject => $"{subject}={this[subject]}")
            .Concat(content.All<Source>().OrderBy(source => source.Id).Select(source => $"{source.Id}={source.Cluster}:{source.Snapshot}"))));
    }

    private string OfOne(EntityRef subject) => _graph.Content.Find(subject) switch
    {
        Flow flow => Digest(Facts(flow)),
        Boundary boundary => Digest(Facts(boundary)),
        Asset asset => Digest($"{asset.Classification}"),
        Component component => Digest(string.Join('\n', _graph.FlowsFrom(component.Id).Concat(_graph.FlowsTo(component.Id)).OrderBy(flow => flow.Id).Select(Facts).Prepend(Facts(component)))),
        _ => "",
    };

    private string Facts(Component component) => string.Join('|', [
        component.Kind, component.Tenancy, component.Zone, component.IsContainer, component.Nodes, Assets(component.Stores), Controls(EntityRef.To(component))]);

    private string Facts(Boundary boundary) => string.Join('|', [boundary.Kind, boundary.Tenancy, boundary.Zone, boundary.Nodes, Controls(EntityRef.To(boundary))]);

    private string Facts(Flow flow) => _flows.GetOrAdd(flow.Id, _ => string.Join('|', [
        flow.Ends.From, flow.Ends.To, _graph.From(flow).Kind, _graph.To(flow).Kind, flow.Protocol, flow.Port?.ToString(CultureInfo.InvariantCulture), flow.Transport, flow.Privilege, flow.Monitored,
        Assets(flow.Carries), string.Join(',', _graph.Crossings(flow).Boundaries.Select(boundary => boundary.Id)), Controls(EntityRef.To(flow))]));

    private string Assets(ValueSet<Id<Asset>> assets) => string.Join(',', assets.Select(id => $"{id}:{_graph.Content.Find<Asset>(id.Value)?.Classification}"));

    private string Controls(EntityRef of) => string.Join(',', _graph.ControlsOf(of).OrderBy(control => control.Id).Select(control => $"{control.Name}:{control.Demand}:{control.State.Presence}"));

    private static string Digest(string facts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts)))[..Length];
}
