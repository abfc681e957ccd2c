using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Coverage;

/// <summary>Findings that are there because a rule is new or has a new version, until somebody assesses them.</summary>
public sealed class NewFindings
{
    private NewFindings(ModelContent content)
    {
        var newer = RulesThatRan.Last(content).Where(rule => rule.Since is not null).ToDictionary(rule => rule.Code, StringComparer.Ordinal);
        All = newer.Count == 0 ? [] :
        [
            .. from threat in content.All<Threat>()
               where threat is { Assessment: null, Finding: not null, Subject.IsGone: false, Verdict.Answer: not Answer.NotFound }
               let rule = newer.GetValueOrDefault(threat.Finding!.Rule)
               where rule is not null && threat.Id.MadeAt >= rule!.Since
               orderby threat.Finding!.Rule, threat.Id
               select (threat, rule!),
        ];
    }

    /// <summary>Each with the rule whose version found it first.</summary>
    public ImmutableArray<(Threat Threat, KnownRule Rule)> All { get; }

    public static NewFindings In(ModelContent content) => content.Shared(static known => new NewFindings(known));
}
