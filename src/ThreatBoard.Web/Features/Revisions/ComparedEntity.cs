using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>One entity that differs between two states of a model.</summary>
/// <param name="Home">The boundary it is counted in, or null where it lies in none.</param>
/// <param name="Fields">What differs, in the order of the fields' names.</param>
public sealed record ComparedEntity(EntityRef Entity, ChangeKind Kind, string Title, Id<Boundary>? Home, ImmutableArray<ChangedField> Fields);
