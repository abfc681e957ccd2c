using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Changes;

/// <summary>What must hold between an entity and those that it names.</summary>
internal static class EntityRules
{
    public static IEnumerable<Violation> Check<T>(ModelContent content, T entity)
        where T : class, IEntity<T> => entity switch
    {
        Boundary boundary => Check(content, boundary),
        Component component => Check(content, component),
        Flow { Ends: var ends } when ends.From == ends.To => [Wrong("ends", "A flow joins two different components.")],
        Threat { CameFrom: ThreatSource.Rule, Finding: null } => [Wrong("cameFrom", "Only a rule's finding comes from a rule: choose workshop, penetration test, incident or other.")],
        Threat { Treatment.Kind: not TreatmentKind.Accept } threat when content.All<Acceptance>().Any(a => a.Threat == threat.Id && a.IsOpen) =>
            [Wrong("treatment", "Somebody asked to accept this risk, or it is accepted: withdraw the acceptance before treating it otherwise.")],
        Threat { MergedInto: { } kept } threat when kept == threat.Id || content.Find(threat.MergedInto)?.MergedInto == threat.Id => [Wrong("mergedInto", "A threat is not merged into itself.")],
        Threat { MergedInto: not null, Treatment.Kind: not TreatmentKind.NotApplicable } =>
            [Wrong("treatment", "It was merged into another threat, which carries the decisions: separate it before treating it otherwise.")],
        Acceptance { IsOpen: true } acceptance when content.Find<Threat>(acceptance.Threat.Value) is { Treatment.Kind: not TreatmentKind.Accept } =>
            [Wrong("threat", "The threat is not to be accepted: an acceptance can neither be asked for nor hold.")],
        Acceptance { Decision: { IsApproved: true, IsAlone: false } decision } acceptance when decision.Person == acceptance.Requested.Person =>
            [Wrong("decision", "Whoever asks for an acceptance cannot approve it.")],
        Iteration { IsOpen: false, Closings.Count: not (int)IterationPhase.Closed } => [Wrong("closings", "A closed iteration has gone through all its phases.")],
        _ => [],
    };

    private static IEnumerable<Violation> Check(ModelContent content, Boundary boundary)
    {
        if (content.Find(boundary.Tenancy) is { } parent && !boundary.Kind.MayLieIn(parent.Kind))
            yield return Wrong("tenancy", $"A {Word(boundary.Kind)} cannot lie in a {Word(parent.Kind)}.");
        if (boundary.Kind is BoundaryKind.Node or BoundaryKind.Cluster && boundary.Nodes.Count > 0)
            yield return Wrong("nodes", $"A {Word(boundary.Kind)} does not run on nodes; only namespaces and pods do.");
        foreach (var violation in Places(content, boundary.Zone, boundary.Nodes)) yield return violation;
        if (ContainmentCycles.LiesInItself(content, boundary))
            yield return Wrong(null, $"“{boundary.Name}” would lie inside itself: choose another parent.");
    }

    private static IEnumerable<Violation> Check(ModelContent content, Component component)
    {
        if (content.Find(component.Tenancy) is { } parent && parent.Kind.Axis() is not BoundaryAxis.Tenancy)
            yield return Wrong("tenancy", $"A component lies in a cluster, a namespace or a pod, not in a {Word(parent.Kind)}.");
        foreach (var violation in Places(content, component.Zone, component.Nodes)) yield return violation;
    }

    private static IEnumerable<Violation> Places(ModelContent content, Id<Boundary>? zone, ValueSet<Id<Boundary>> nodes)
    {
        if (content.Find(zone) is { } around && around.Kind.Axis() is not BoundaryAxis.Zone)
            yield return Wrong("zone", $"A {Word(around.Kind)} is no zone.");
        foreach (var node in nodes.Select(id => content.Find<Boundary>(id.Value)))
        {
            if (node is { Kind: not BoundaryKind.Node }) yield return Wrong("nodes", $"“{node.Name}” is a {Word(node.Kind)}, not a node.");
        }
    }

    private static Violation Wrong(string? field, string message) => new(default, field, message);

    private static string Word(BoundaryKind kind) => kind.ToString().ToLowerInvariant();
}
