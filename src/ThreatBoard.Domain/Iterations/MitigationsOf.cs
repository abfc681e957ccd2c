using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Iterations;

/// <summary>The mitigations that are linked to each threat of a content, looked up once.</summary>
public sealed class MitigationsOf
{
    private readonly ILookup<Id<Threat>, Mitigation> _byThreat;

    private MitigationsOf(ModelContent content) =>
        _byThreat = content.All<MitigationLink>().Select(link => (link.Threat, Mitigation: content.Find<Mitigation>(link.Mitigation.Value)))
            .Where(pair => pair.Mitigation is not null).ToLookup(pair => pair.Threat, pair => pair.Mitigation!);

    public static IReadOnlyList<Mitigation> Threat(ModelContent content, Id<Threat> threat) =>
        [.. content.Shared(static known => new MitigationsOf(known))._byThreat[threat].OrderBy(mitigation => mitigation.Id)];
}
