using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Door;

/// <summary>Who else may claim what only one entity may have: a condition in which <c>$2</c> stands for the keys claimed.</summary>
internal sealed record Claim(string Kind, string Condition, Array Keys);

/// <summary>Collects the new claims of a list of changes, so that those who hold them already are looked at.</summary>
internal sealed class Claims : IChangeVisitor
{
    private readonly List<Guid> _placed = [];
    private readonly List<Guid> _linked = [];
    private readonly List<string> _found = [];
    private readonly List<Guid> _marked = [];
    private bool _planned, _known;

    public static IEnumerable<Claim> Of(IEnumerable<Change> changes)
    {
        var claims = new Claims();
        foreach (var change in changes) change.Accept(claims);
        if (claims._placed.Count > 0) yield return new(ShapeOf<Placement>.Name, "element_id = ANY($2)", claims._placed.ToArray());
        if (claims._linked.Count > 0) yield return new(ShapeOf<MitigationLink>.Name, "threat = ANY($2)", claims._linked.ToArray());
        if (claims._marked.Count > 0) yield return new(ShapeOf<CoverageMark>.Name, "subject_id = ANY($2)", claims._marked.ToArray());
        if (claims._planned) yield return new(ShapeOf<ReviewPlan>.Name, "NOT id = ANY($2)", Array.Empty<Guid>());
        if (claims._known) yield return new(ShapeOf<KnownRules>.Name, "NOT id = ANY($2)", Array.Empty<Guid>());
        if (claims._found.Count > 0)
            yield return new(ShapeOf<Threat>.Name, "finding_rule || '|' || array_to_string(finding_subjects, ',') || '|' || finding_discriminator = ANY($2)", claims._found.ToArray());
    }

    public void Visit<T>(Change<T> change)
        where T : class, IEntity<T>
    {
        if (change is not { After: { } after } || ShapeOf<T>.Value.Uniques.All(unique => change.Before is { } before && Equals(unique.What(before), unique.What(after)))) return;
        switch (after)
        {
            case Placement placement: _placed.Add(placement.Element.Id); break;
            case MitigationLink link: _linked.Add(link.Threat.Value); break;
            case CoverageMark mark: _marked.Add(mark.Subject.Id); break;
            case ReviewPlan: _planned = true; break;
            case KnownRules: _known = true; break;
            case Threat { Finding: { } finding }: _found.Add(finding.ToString()); break;
        }
    }
}
