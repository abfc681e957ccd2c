using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Modeling;

/// <summary>The fields of a threat: the rule's side apart from people's side.</summary>
internal static class ThreatShape
{
    private const Setter PersonOrRule = Setter.Person | Setter.Rule;

    public static Shape<Threat> Make() => People(Rules(new Shape<Threat>("threat", id => new() { Id = new(id) }).Titled(t => t.Title)));

    private static Shape<Threat> Rules(Shape<Threat> shape) => shape
        .Text("title", t => t.Title, (t, v) => t with { Title = v }, Limits.Title, required: true, PersonOrRule)
        .Text("description", t => t.Description, (t, v) => t with { Description = v }, Limits.Text, setBy: PersonOrRule)
        .Field("category", t => t.Category, (t, v) => t with { Category = v }, PersonOrRule)
        .Field("subject", t => t.Subject, (t, v) => t with { Subject = v }, PersonOrRule)
        .Refers(new("subject", t => t.Subject.Target, (t, map) => t with { Subject = t.Subject.Mapped(map) }, WithoutSubject))
        .Field("finding", t => t.Finding, (t, v) => t with { Finding = v }, Setter.Rule)
        .Refers(new("finding", _ => [], (t, map) => t with { Finding = t.Finding?.Mapped(map) }, (t, _, _) => t))
        .Unique("finding", t => t.Finding, "Another threat of the model stores the same finding: run the rules again.")
        .Field("verdict", t => t.Verdict, (t, v) => t with { Verdict = v }, Setter.Rule)
        .Field("evidence", t => t.Evidence, (t, v) => t with { Evidence = v }, PersonOrRule)
        .Field("suggested", t => t.Suggested, (t, v) => t with { Suggested = v }, Setter.Rule, Rating.Problem);

    private static Shape<Threat> People(Shape<Threat> shape) => shape
        .Field("cameFrom", t => t.CameFrom, (t, v) => t with { CameFrom = v }, PersonOrRule)
        .Field("actor", t => t.Actor, (t, v) => t with { Actor = v }, PersonOrRule)
        .MayName("actor", t => t.Actor, (t, v) => t with { Actor = v })
        .Field("assessment", t => t.Assessment, (t, v) => t with { Assessment = v }, Setter.Person, Assessment.Problem)
        .Field("treatment", t => t.Treatment, (t, v) => t with { Treatment = v }, Setter.Person | Setter.Step, Treatment.Problem)
        .Field("priority", t => t.Priority, (t, v) => t with { Priority = v }, Setter.Person, PriorityChoice.Problem)
        .Field("mergedInto", t => t.MergedInto, (t, v) => t with { MergedInto = v }, Setter.Person)
        .Refers(new("mergedInto", t => t.MergedInto is { } kept ? [EntityRef.To(kept)] : [], (t, map) => t.MergedInto is { } kept ? t with { MergedInto = new(map(kept.Value)) } : t, (t, _, _) => t with { MergedInto = null, Treatment = Treatment.Undecided }))
        .Field("owner", t => t.Owner, (t, v) => t with { Owner = v }, Setter.Person, Owner.Problem)
        .Field("due", t => t.Due, (t, v) => t with { Due = v }, Setter.Person)
        .Merging("tags", t => t.Tags, (t, v) => t with { Tags = v }, Setter.Person, Limits.OfTags);

    /// <summary>Untouched findings go with their subject; what people decided or said stays, and remembers what it was about.</summary>
    private static Threat? WithoutSubject(Threat threat, EntityRef gone, ModelContent before)
    {
        var self = EntityRef.To(threat);
        var spokenOf = before.All<MitigationLink>().Any(l => l.Threat == threat.Id) || before.All<Comment>().Any(c => c.On == self);
        if (threat.IsUntouched && !spokenOf) return null;
        return threat with { Subject = new(threat.Subject.Ref, IsGone: true, before.TitleOf(gone) ?? "") };
    }
}
