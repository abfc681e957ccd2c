using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Moving;

namespace ThreatBoard.Domain.Duplicates;

/// <summary>Threats that say the same, of which one is kept: it takes over what was decided, and the mitigations; the others stay as its duplicates, so that no history and no finding is lost.</summary>
/// <remarks>A duplicate that a rule found stays found, and comes up no second time. The kept one's history goes on over that of its duplicates.</remarks>
/// <param name="Questions">Decisions that differ, and have to be chosen before it can be done.</param>
/// <param name="Effects">Mitigations that work against several of them, and not equally: which effect is right has to be chosen as well.</param>
/// <param name="LeftOut">What is not merged, and why.</param>
public sealed record ThreatMerge(ModelContent Content, Threat Kept, ImmutableArray<Threat> Duplicates, ImmutableArray<MergeQuestion> Questions, ImmutableArray<EffectQuestion> Effects, ImmutableArray<LeftOut> LeftOut)
{
    public static ThreatMerge Plan(ModelContent content, Threat kept, IEnumerable<Threat> others)
    {
        var all = others.Where(other => other.Id != kept.Id).OrderBy(other => other.Id).Select(other => (Threat: other, Against: Moving.LeftOut.OfDecisions(content, other))).ToList();
        ImmutableArray<Threat> duplicates = [.. kept.MergedInto is null ? all.Where(pair => pair.Against is null).Select(pair => pair.Threat) : []];
        IEnumerable<LeftOut> left = kept.MergedInto is null
            ? all.Where(pair => pair.Against is not null).Select(pair => new LeftOut(pair.Threat, pair.Against!))
            : [new LeftOut(kept, "It was merged into another threat: keep that one.")];
        return new(content, kept, duplicates, [.. MergeFacet.All.Select(facet => Asked(content, facet, kept, duplicates)).OfType<MergeQuestion>()], EffectQuestion.Of(content, [kept, .. duplicates]), [.. left]);
    }

    /// <summary>One edit that merges.</summary>
    /// <param name="choices">Of each question, the threat whose decision is taken.</param>
    /// <param name="effects">Of each mitigation that is asked about, the threat whose link says what it does.</param>
    /// <returns>Null while a question is open.</returns>
    public ImmutableArray<Change>? Changes(IReadOnlyDictionary<MergeField, Id<Threat>> choices, IReadOnlyDictionary<Id<Mitigation>, Id<Threat>> effects)
    {
        if (Duplicates.IsEmpty || !Questions.All(question => choices.TryGetValue(question.Field, out var from) && question.Options.Any(option => option.From.Id == from))) return null;
        if (!Effects.All(question => effects.TryGetValue(question.Mitigation.Id, out var from) && question.Options.Any(link => link.Threat == from))) return null;
        var after = Content.With(Decided(choices)).With(Duplicates.Select(Merged)).With(Content.All<Threat>()
            .Where(older => older.MergedInto is { } into && Duplicates.Any(duplicate => duplicate.Id == into)).Select(older => older with { MergedInto = Kept.Id }));
        return [.. Comparison.Between(Content, after.Apply(Links(effects)))];
    }

    private static MergeQuestion? Asked(ModelContent content, MergeFacet facet, Threat kept, ImmutableArray<Threat> duplicates)
    {
        if (IsSettled(content, facet, kept)) return null;
        var options = duplicates.Prepend(kept).Where(threat => facet.Decided(threat) is not null).DistinctBy(facet.Decided).Select(threat => new MergeOption(threat, facet.Decided(threat)!)).ToImmutableArray();
        return options.Length > 1 ? new(facet.Field, options) : null;
    }

    /// <summary>While an acceptance is asked for or holds, the treatment is not chosen anew.</summary>
    private static bool IsSettled(ModelContent content, MergeFacet facet, Threat kept) =>
        facet.Field is MergeField.Treatment && Moving.LeftOut.OfDecisions(content, kept) is not null;

    private Threat Decided(IReadOnlyDictionary<MergeField, Id<Threat>> choices)
    {
        var merged = Kept with { Tags = Kept.Tags.With(Duplicates.SelectMany(duplicate => duplicate.Tags)), Description = Duplicates.Prepend(Kept).Select(threat => threat.Description).FirstOrDefault(text => text.Length > 0) ?? "" };
        foreach (var facet in MergeFacet.All.Where(facet => !IsSettled(Content, facet, Kept)))
        {
            var from = Questions.Any(question => question.Field == facet.Field)
                ? Duplicates.Prepend(Kept).First(threat => threat.Id == choices[facet.Field])
                : Duplicates.Prepend(Kept).FirstOrDefault(threat => facet.Decided(threat) is not null);
            if (from is not null) merged = facet.Take(merged, from);
        }

        return merged;
    }

    private Threat Merged(Threat duplicate) => duplicate with { MergedInto = Kept.Id, Treatment = new(TreatmentKind.NotApplicable, $"A duplicate of “{Kept.Title}”.") };

    /// <summary>What works against a duplicate works against the kept one, with the effect that was chosen where they differed.</summary>
    private IEnumerable<Change> Links(IReadOnlyDictionary<Id<Mitigation>, Id<Threat>> effects)
    {
        var links = Content.All<MitigationLink>().OrderBy(link => link.Id).ToLookup(link => link.Threat);
        foreach (var same in Duplicates.Prepend(Kept).SelectMany(threat => links[threat.Id]).GroupBy(link => link.Mitigation))
        {
            var stays = same.First();
            var chosen = effects.TryGetValue(same.Key, out var from) ? same.First(link => link.Threat == from) : stays;
            var merged = stays with { Threat = Kept.Id, Effect = chosen.Effect };
            if (merged != stays) yield return Change.Of(stays, merged);
            foreach (var link in same.Skip(1)) yield return Change.Remove(link);
        }
    }
}
