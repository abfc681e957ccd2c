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

    private readonly Dictionary<EntityRef, string> _digests = [];
    private readonly ModelGraph _graph;
    private readonly ILookup<Stride, string> _rules;

    private SubjectDigests(ModelContent content)
    {
        _graph = ModelGraph.Of(content);
        _rules = RulesThatRan.In(content);
        var flows = _graph.Flows.ToDictionary(flow => flow.Id, Facts);
        foreach (var flow in _graph.Flows) _digests[EntityRef.To(flow)] = Digest(flows[flow.Id]);
        foreach (var boundary in _graph.Boundaries) _digests[EntityRef.To(boundary)] = Digest(Facts(boundary));
        foreach (var asset in content.All<Asset>()) _digests[EntityRef.To(asset)] = Digest($"{asset.Classification}");
        foreach (var component in _graph.Components)
        {
            var around = _graph.FlowsFrom(component.Id).Concat(_graph.FlowsTo(component.Id)).OrderBy(flow => flow.Id).Select(flow => flows[flow.Id]);
            _digests[EntityRef.To(component)] = Digest(string.Join('\n', around.Prepend(Facts(component))));
        }

        Architecture = Digest(string.Join('\n', _digests.OrderBy(entry => entry.Key).Select(entry => $"{entry.Key}={entry.Value}")
            .Concat(content.All<Source>().OrderBy(source => source.Id).Select(source => $"{source.Id}={source.Cluster}:{source.Snapshot}"))));
    }

    /// <summary>Of all that rules look at.</summary>
    public string Architecture { get; }

    public static SubjectDigests Of(ModelContent content) => content.Shared(static known => new SubjectDigests(known));

    /// <summary>Empty for the model as a whole, and for what is not there.</summary>
    public string this[EntityRef subject] => _digests.GetValueOrDefault(subject, "");

    /// <summary>Of the subject and of the rules that look for the category.</summary>
    public string this[CoverageCell cell] => Digest($"{this[cell.Subject]}\n{string.Join('\n', RulesOf(cell.Category))}");

    private IEnumerable<string> RulesOf(Stride category) => _rules[category];

    private string Facts(Component component) => string.Join('|', [
        component.Kind, component.Tenancy, component.Zone, component.IsContainer, component.Nodes, Assets(component.Stores), Controls(EntityRef.To(component))]);

    private string Facts(Boundary boundary) => string.Join('|', [boundary.Kind, boundary.Tenancy, boundary.Zone, boundary.Nodes, Controls(EntityRef.To(boundary))]);

    private string Facts(Flow flow) => string.Join('|', [
        flow.Ends.From, flow.Ends.To, _graph.From(flow).Kind, _graph.To(flow).Kind, flow.Protocol, flow.Port?.ToString(CultureInfo.InvariantCulture), flow.Transport, flow.Privilege, flow.Monitored,
        Assets(flow.Carries), string.Join(',', _graph.Crossings(flow).Boundaries.Select(boundary => boundary.Id)), Controls(EntityRef.To(flow))]);

    private string Assets(ValueSet<Id<Asset>> assets) => string.Join(',', assets.Select(id => $"{id}:{_graph.Content.Find<Asset>(id.Value)?.Classification}"));

    private string Controls(EntityRef of) => string.Join(',', _graph.ControlsOf(of).OrderBy(control => control.Id).Select(control => $"{control.Name}:{control.Demand}:{control.State.Presence}"));

    private static string Digest(string facts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts)))[..Length];
}
