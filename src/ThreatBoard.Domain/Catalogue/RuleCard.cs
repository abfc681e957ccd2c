using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Catalogue;

/// <summary>What a rule says about itself; the rules page and docs/rules.md are made from the cards.</summary>
/// <param name="Code">Stable for ever: decisions hang on it.</param>
/// <param name="Why">One or two sentences: how this hurts.</param>
/// <param name="Mitigations">What to do, the best first.</param>
/// <param name="Cwe">The weakness's number in CWE, or null.</param>
/// <param name="Attack">Technique ids of MITRE ATT&amp;CK.</param>
/// <param name="Actor">Who would do it, unless somebody says otherwise.</param>
/// <param name="Version">Raised when the rule begins to find what it did not find before: models say which findings are new since.</param>
/// <param name="References">Where other catalogues speak of the same.</param>
public sealed record RuleCard(
    string Code,
    string Title,
    Stride Category,
    Rating Suggested,
    string Why,
    ValueList<string> Mitigations,
    int? Cwe = null,
    ValueList<string>? Attack = null,
    ActorKind Actor = ActorKind.CompromisedContainer,
    int Version = 1,
    RuleReferences? References = null)
{
    /// <summary>Weakness, techniques and whatever else it refers to, as people read them.</summary>
    public IEnumerable<string> Named() =>
        [.. Cwe is { } cwe ? [$"CWE-{cwe}"] : Array.Empty<string>(), .. (Attack ?? []).Select(technique => $"ATT&CK {technique}"), .. References?.Words() ?? []];

    public Finding On<T>(T subject, string because, params IEnumerable<Evidence> evidence)
        where T : class, IEntity<T> => Answering(Answer.Found, EntityRef.To(subject), because, evidence);

    public Finding CannotTell<T>(T subject, string because, params IEnumerable<Evidence> evidence)
        where T : class, IEntity<T> => Answering(Answer.CannotTell, EntityRef.To(subject), because, evidence);

    public Finding Answering(Answer answer, EntityRef subject, string because, IEnumerable<Evidence> evidence) =>
        new(this, subject, Discriminator: "", answer, because, evidence.ToValueList());
}
