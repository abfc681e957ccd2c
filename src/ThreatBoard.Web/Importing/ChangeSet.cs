using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Importing;

/// <summary>What a reading that waits would change in the model as it is now, with what was decided about it; pure, and made anew whenever the model moves.</summary>
/// <param name="Now">The model it is computed from.</param>
/// <param name="Then">The model with the change set taken and the rules run.</param>
/// <param name="Items">In the order of kinds, then by title.</param>
/// <param name="Besides">What goes or changes along with what is removed, links and places left out.</param>
/// <param name="Forecast">The risk now and then.</param>
public sealed record ChangeSet(
    Proposal Proposal, ImportDecisions Decisions, ModelContent Now, ModelContent Then,
    ImmutableArray<ChangeSetItem> Items, ImmutableArray<Change> Besides, RiskChange Forecast)
{
    /// <param name="scale">The workspace's bands.</param>
    /// <param name="rules">What a run of the rules would change in the threats of a content.</param>
    public static ChangeSet Of(Proposal proposal, ImportDecisions decisions, ModelContent now, Func<ModelContent, ImmutableArray<Change>> rules, BandScale? scale = null)
    {
        var accepted = proposal.Accept(now, decisions.Refused);
        var whole = Closure.Of(now, accepted);
        var imported = now.Apply(whole);
        var then = imported.Apply(rules(imported));
        var own = accepted.Select(change => change.Entity).ToHashSet();
        return new(
            proposal, decisions, now, then, ItemsOf(proposal, decisions, now),
            [.. whole.Where(change => !own.Contains(change.Entity) && IsTold(change))],
            RiskChange.Of(now, then, scale));
    }

    public int TakenCount => Items.Count(item => item.IsTaken);

    public IEnumerable<IGrouping<string, ChangeSetItem>> ByKind => Items.GroupBy(item => item.Change.Entity.Kind);

    /// <summary>The items that a look-alike joins, where both are still to be decided; boundaries first, since they take what lies in them along.</summary>
    public IEnumerable<(ChangeSetItem Removed, ChangeSetItem Added)> Pairs =>
        from pair in Proposal.Lookalikes
        let removed = Items.First(item => item.Name == pair.Removed)
        let added = Items.First(item => item.Name == pair.Added)
        orderby EntityKinds.All.IndexOf(added.Change.Shape)
        select (removed, added);

    /// <summary>What an added item may be declared the same as: removed items of its kind, then what was drawn by hand.</summary>
    public IEnumerable<(Guid Entity, string Title)> CandidatesFor(ChangeSetItem added) => added.Change switch
    {
        Change<Component> => Candidates<Component>(),
        Change<Boundary> { After: { } boundary } => Candidates<Boundary>(other => other.Kind == boundary.Kind),
        _ => [],
    };

    /// <summary>What was declared, with the title of what it names in the model.</summary>
    public IEnumerable<(SameAs Word, string Title)> Declared =>
        Decisions.Same.Select(word => (word, EntityTitles.Title(Now, new(word.Kind, word.Entity))));

    private IEnumerable<(Guid, string)> Candidates<T>(Func<T, bool>? fits = null)
        where T : class, IEntity<T>, IDerivedEntity
    {
        var removed = Items.Select(item => item.Change).OfType<Change<T>>().Where(change => change.After is null).Select(change => change.Before!.Key).ToHashSet();
        return Now.All<T>()
            .Where(entity => (entity.Origins.Count == 0 || removed.Contains(entity.Key)) && (fits?.Invoke(entity) ?? true))
            .OrderBy(entity => entity.Origins.Count == 0)
            .ThenBy(entity => ShapeOf<T>.Value.Title(entity), StringComparer.CurrentCulture)
            .Select(entity => (entity.Key, ShapeOf<T>.Value.Title(entity) + (entity.Origins.Count == 0 ? " (drawn by hand)" : " (removed here)")));
    }

    private static ImmutableArray<ChangeSetItem> ItemsOf(Proposal proposal, ImportDecisions decisions, ModelContent now)
    {
        var all = now.Apply(proposal.Accept(now, []));
        var left = proposal.Closure(decisions.Refused);
        return [.. proposal.Items
            .Select(item => new ChangeSetItem(
                item.Name, item.Key, item.Change, EntityTitles.Title(item.Change.Kind is ChangeKind.Removed ? now : all, item.Change.Entity),
                ChangedField.Of(item.Change, now, all), ChangedField.Of(item.KeptByHand, now, all),
                decisions.Refused.Contains(item.Name), [.. item.Needs.Where(left.Contains)]))
            .OrderBy(item => EntityKinds.All.IndexOf(item.Change.Shape))
            .ThenBy(item => item.Kind)
            .ThenBy(item => item.Title, StringComparer.CurrentCulture)];
    }

    private static bool IsTold(Change change) => change.Shape.Part is ModelPart.Content && change is not Change<MitigationLink> and not Change<Threat>;
}
