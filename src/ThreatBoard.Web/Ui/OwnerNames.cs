using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Ui;

/// <summary>How owners are called to the one who looks, and which of them the looker is.</summary>
/// <param name="Mine">The looker and the teams that they are in.</param>
/// <param name="Known">People and teams of the workspace as they are today, by id.</param>
/// <param name="Asked">Whom the workspace was asked about: who is here and not known has gone.</param>
public sealed record OwnerNames(ImmutableHashSet<Guid> Mine, ImmutableDictionary<Guid, Owner> Known, ImmutableHashSet<Guid> Asked)
{
    /// <summary>Owners as they were stored, none of them being the looker.</summary>
    public static OwnerNames Stored { get; } = new([], ImmutableDictionary<Guid, Owner>.Empty, []);

    /// <summary>Today's name; the name at that time, saying so, where the account has gone; empty for nobody.</summary>
    public string Of(Owner owner) => owner switch
    {
        { Account: { } account } when Known.GetValueOrDefault(account) is { } today => today.Name,
        { Account: { } account, Kind: OwnerKind.Team } when Asked.Contains(account) => $"{owner.Name} (no longer a team)",
        { Account: { } account } when Asked.Contains(account) => $"{owner.Name} (no longer a member)",
        _ => owner.Name,
    };

    /// <summary>Whether a change brings an owner whom the workspace was not asked about.</summary>
    public bool Miss(IEnumerable<Change> changes) => changes.Any(change => change switch
    {
        Change<Threat> { After.Owner.Account: { } account } => !Asked.Contains(account),
        Change<Mitigation> { After.Owner.Account: { } account } => !Asked.Contains(account),
        _ => false,
    });

    /// <summary>Whether the looker, or a team of theirs, owns it.</summary>
    public bool IsMine(Owner owner) => owner.Account is { } account && Mine.Contains(account);
}
