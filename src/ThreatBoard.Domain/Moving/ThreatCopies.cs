using System.Collections.Immutable;
using ThreatBoard.Domain.Assessing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Moving;

/// <summary>Which mitigations a copy of a threat gets.</summary>
public enum CopiedMitigations
{
    /// <summary>The same ones: what is done once works against both.</summary>
    Shared,

    /// <summary>Its own, planned anew for each element.</summary>
    Own,
    None,
}

/// <summary>Where threats are copied to, and with what.</summary>
/// <param name="WithAssessment">Whether the judgement goes along; it then counts as made of the element that the copy is about.</param>
public sealed record CopyWish(ImmutableArray<EntityRef> Targets, CopiedMitigations Mitigations, bool WithAssessment);

/// <summary>Copies threats to other elements: what people wrote and planned goes along, what a rule found or somebody accepted stays where it is.</summary>
public static class ThreatCopies
{
    public static Rearrangement Of(ModelContent content, IReadOnlyCollection<Threat> threats, CopyWish wish, TimeProvider clock)
    {
        var copier = new Copier(content, wish, clock);
        foreach (var target in wish.Targets.Distinct())
        {
            foreach (var threat in threats.OrderBy(threat => threat.Id)) copier.Copy(threat, target);
        }

        return new(copier.Changes.ToImmutable(), copier.Left.ToImmutable());
    }

    private sealed class Copier(ModelContent content, CopyWish wish, TimeProvider clock)
    {
        private readonly ILookup<Id<Threat>, MitigationLink> _links = content.All<MitigationLink>().OrderBy(link => link.Id).ToLookup(link => link.Threat);
        private readonly HashSet<(EntityRef, string, Stride)> _there = [.. content.All<Threat>().Select(threat => (threat.Subject.Ref, threat.Title, threat.Category))];
        private readonly Dictionary<(EntityRef, Id<Mitigation>), Id<Mitigation>> _own = [];

        public ImmutableArray<Change>.Builder Changes { get; } = ImmutableArray.CreateBuilder<Change>();

        public ImmutableArray<LeftOut>.Builder Left { get; } = ImmutableArray.CreateBuilder<LeftOut>();

        public void Copy(Threat threat, EntityRef target)
        {
            if (!_there.Add((target, threat.Title, threat.Category)))
            {
                Left.Add(new(threat, $"“{content.TitleOf(target) ?? "The model"}” has a threat of this title and category already."));
                return;
            }

            var links = wish.Mitigations is CopiedMitigations.None ? [] : _links[threat.Id].ToList();
            var copy = Made(threat, target, links.Count > 0);
            Changes.Add(Change.Add(wish.WithAssessment && threat.Assessment is { } judged ? Judged(copy, judged) : copy));
            foreach (var link in links) Changes.Add(Change.Add(link with { Id = Id<MitigationLink>.New(clock), Threat = copy.Id, Mitigation = MitigationFor(link.Mitigation, target) }));
        }

        private Threat Made(Threat threat, EntityRef target, bool isMitigated) => new()
        {
            Id = Id<Threat>.New(clock),
            Title = threat.Title,
            Description = threat.Description,
            Category = threat.Category,
            Subject = target == EntityRef.WholeModel ? ThreatSubject.WholeModel : ThreatSubject.Of(target),
            Actor = threat.Actor,
            CameFrom = threat.CameFrom is ThreatSource.Rule ? ThreatSource.Other : threat.CameFrom,
            Treatment = threat.Treatment.Kind is TreatmentKind.Mitigate && isMitigated ? threat.Treatment : Treatment.Undecided,
            Owner = threat.Owner,
            Due = threat.Due,
            Tags = threat.Tags,
        };

        private Threat Judged(Threat copy, Assessment judged) => Assess.By(content, copy, judged.Likelihood, judged.Impact, judged.Justification, copy.Actor).After!;

        /// <summary>One of its own for each element, however many of its threats it works against.</summary>
        private Id<Mitigation> MitigationFor(Id<Mitigation> mitigation, EntityRef target)
        {
            if (wish.Mitigations is CopiedMitigations.Shared || content.Find<Mitigation>(mitigation.Value) is not { } original) return mitigation;
            if (_own.TryGetValue((target, mitigation), out var known)) return known;
            var own = new Mitigation { Id = Id<Mitigation>.New(clock), Title = original.Title, Description = original.Description, Owner = original.Owner, Due = original.Due, Tags = original.Tags };
            Changes.Add(Change.Add(own));
            return _own[(target, mitigation)] = own.Id;
        }
    }
}
