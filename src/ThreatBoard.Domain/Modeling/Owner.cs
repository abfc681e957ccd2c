using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Modeling;

/// <summary>Who an owner is: nobody, a person or a team of the workspace, or a name that belongs to no account.</summary>
public enum OwnerKind
{
    None,
    Person,
    Team,

    /// <summary>What was written before there were accounts, or came from elsewhere.</summary>
    Named,
}

/// <summary>Who answers for a piece of work; it is set as a whole, and can be shown without asking a database.</summary>
/// <param name="Account">The person's or the team's id; null for nobody and for a mere name.</param>
/// <param name="Name">As it was when the owner was set; empty for nobody.</param>
public sealed record Owner(OwnerKind Kind, Guid? Account, string Name)
{
    public static Owner Nobody { get; } = new(OwnerKind.None, null, "");

    public bool IsNobody => Kind is OwnerKind.None;

    public static Owner Person(Guid person, string name) => new(OwnerKind.Person, person, name);

    public static Owner Team(Guid team, string name) => new(OwnerKind.Team, team, name);

    /// <summary>Nobody for an empty name.</summary>
    public static Owner Named(string name) => name.Length == 0 ? Nobody : new(OwnerKind.Named, null, name);

    /// <summary>The name alone, as it was when the owner was set.</summary>
    public override string ToString() => Name;

    public static string? Problem(Owner owner) => owner switch
    {
        { Kind: OwnerKind.None } => owner == Nobody ? null : "Nobody has neither a name nor an account: choose a person or a team.",
        { Name: var name } when string.IsNullOrEmpty(name) => "The owner has no name: choose a person or a team.",
        { Name.Length: > Limits.Person } => $"The owner's name has {owner.Name.Length} characters: at most {Limits.Person} are kept.",
        { Name: var name } when TextRules.Problem(name) is { } problem => $"The owner's name {problem}",
        { Kind: OwnerKind.Named, Account: not null } => "A mere name has no account: choose a person or a team.",
        { Kind: OwnerKind.Person or OwnerKind.Team, Account: null } => "The owner's account is missing: choose a person or a team.",
        _ => null,
    };
}
