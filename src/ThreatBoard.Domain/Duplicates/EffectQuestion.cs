using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Duplicates;

/// <summary>A mitigation that is said to do different things against threats that say the same.</summary>
/// <param name="Options">Each effect once, in the link that says it; the kept one's first.</param>
public sealed record EffectQuestion(Mitigation Mitigation, ImmutableArray<MitigationLink> Options)
{
    /// <param name="merged">The kept one first.</param>
    internal static ImmutableArray<EffectQuestion> Of(ModelContent content, IReadOnlyCollection<Threat> merged)
    {
        var links = content.All<MitigationLink>().OrderBy(link => link.Id).ToLookup(link => link.Threat);
        return
        [
            .. from same in merged.SelectMany(threat => links[threat.Id]).GroupBy(link => link.Mitigation)
               let options = same.DistinctBy(link => link.Effect).ToImmutableArray()
               let mitigation = content.Find<Mitigation>(same.Key.Value)
               where options.Length > 1 && mitigation is not null
               orderby mitigation!.Title, mitigation.Id
               select new EffectQuestion(mitigation, options),
        ];
    }
}
