using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Accounts;

/// <summary>A member of a workspace as the others see them.</summary>
/// <param name="IsDisabled">Whether nobody can sign in as this person; they own what they owned, and are not offered.</param>
public sealed record Colleague(Guid Id, string Name, Role Role, bool IsDisabled);

/// <summary>A team with its members, by name.</summary>
public sealed record TeamOfColleagues(Guid Id, string Name, ImmutableArray<Colleague> Members);

/// <summary>How those who own work stand in its workspace now.</summary>
/// <param name="Mine">The one who asks, and the teams that they are in.</param>
/// <param name="Known">People and teams as they are today, by id; who was asked for and is not here has gone from the workspace.</param>
public sealed record Standing(ImmutableHashSet<Guid> Mine, ImmutableDictionary<Guid, Owner> Known);
