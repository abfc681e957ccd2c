using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Door;

/// <summary>Whoever is made an owner now must be a member or a team of the model's workspace, and is stored under the name they have.</summary>
internal sealed class NewOwners(LockedModel model, CancellationToken cancel)
{
    private ImmutableDictionary<Guid, Owner> _known = ImmutableDictionary<Guid, Owner>.Empty;

    /// <summary>The edit with today's names, and what is wrong with the owners that it sets. Where an earlier state comes back, so do its owners.</summary>
    public async Task<(ImmutableArray<Change> Changes, ImmutableArray<Violation> Problems)> SettleAsync(Intent.Edit edit)
    {
        var accounts = edit.Changes.Select(OwnerSetBy).OfType<Owner>().Select(owner => owner.Account).OfType<Guid>().ToHashSet();
        if (edit.By is Setter.Anyone || edit.Changes.All(change => OwnerSetBy(change) is null or { IsNobody: true })) return (edit.Changes, []);
        _known = await WorkspaceDirectory.KnownAsync(model.Db, model.Access.WorkspaceId, accounts, ableOnly: true, cancel);
        var problems = new List<Violation>();
        foreach (var change in edit.Changes)
        {
            if (OwnerSetBy(change) is { IsNobody: false } owner && Problem(owner, edit.By) is { } problem && !await ComesBackAsync(change, owner)) problems.Add(new(change.Entity, "owner", problem));
        }

        return ([.. edit.Changes.Select(Named)], [.. problems]);
    }

    /// <summary>The content for a workspace where none of these accounts need be known: owners become names.</summary>
    public static ModelContent AsNames(ModelContent content) => content
        .With(content.All<Threat>().Select(threat => threat with { Owner = Owner.Named(threat.Owner.Name) }).ToList())
        .With(content.All<Mitigation>().Select(mitigation => mitigation with { Owner = Owner.Named(mitigation.Owner.Name) }).ToList());

    /// <summary>Null where the change leaves the owner as it was.</summary>
    private static Owner? OwnerSetBy(Change change)
    {
        var (before, after) = change switch
        {
            Change<Threat> threat => (threat.Before?.Owner, threat.After?.Owner),
            Change<Mitigation> mitigation => (mitigation.Before?.Owner, mitigation.After?.Owner),
            Change<ReviewPlan> plan => (plan.Before?.Owner, plan.After?.Owner),
            _ => (null, null),
        };
        return after == (before ?? Owner.Nobody) ? null : after;
    }

    private string? Problem(Owner owner, Setter by) => owner switch
    {
        { Account: { } account } when _known.GetValueOrDefault(account)?.Kind != owner.Kind => "The owner is no member and no team of this workspace (any more): choose somebody else.",
        { Kind: OwnerKind.Named } when by.HasFlag(Setter.Person) => $"“{owner.Name}” is only a name: choose a person or a team of the workspace.",
        _ => null,
    };

    /// <summary>What was removed and is put back as it was keeps the owner that it had.</summary>
    private async Task<bool> ComesBackAsync(Change change, Owner owner)
    {
        if (change.Kind is not ChangeKind.Added) return false;
        var last = await Replay.RowsOf(model.Db, model.Access.ModelId).Where(row => row.EntityId == change.Entity.Id)
            .OrderByDescending(row => row.Number).ThenByDescending(row => row.Ordinal).FirstOrDefaultAsync(cancel);
        return last is { Before: not null, After: null } && last.ToJson().ToChange(ModelContent.Empty) switch
        {
            Change<Threat> gone => gone.Before!.Owner == owner,
            Change<Mitigation> gone => gone.Before!.Owner == owner,
            Change<ReviewPlan> gone => gone.Before!.Owner == owner,
            _ => false,
        };
    }

    private Change Named(Change change) => OwnerSetBy(change) is { Account: { } account } && _known.TryGetValue(account, out var today)
        ? change switch
        {
            Change<Threat> { After: { } after } threat => threat with { After = after with { Owner = today } },
            Change<ReviewPlan> { After: { } after } plan => plan with { After = after with { Owner = today } },
            Change<Mitigation> { After: { } after } mitigation => mitigation with { After = after with { Owner = today } },
            _ => change,
        }
        : change;
}
