using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Threats;

/// <summary>What is to be set on many threats at once; what is null stays as it is.</summary>
/// <param name="Due">The due day wanted, or <see cref="DateOnly.MinValue"/> for none.</param>
public sealed record BulkEdit(Treatment? Treatment, Owner? Owner, DateOnly? Due, ValueSet<string> Tags)
{
    public static BulkEdit Nothing { get; } = new(null, null, null, []);

    /// <summary>What this would do to these threats: nothing is written.</summary>
    public BulkPreview Preview(IEnumerable<Threat> threats)
    {
        var all = threats.Select(threat => Change.Of(threat, Applied(threat))).ToList();
        var changed = all.Where(change => !change.Before!.Equals(change.After)).ToList();
        var refused = changed.Select(change => (Change: change, Problem: ProblemOf(change.After!))).Where(pair => pair.Problem is not null).ToList();
        return new(
            [.. changed.Except(refused.Select(pair => pair.Change))],
            all.Count - changed.Count,
            [.. refused.Select(pair => new BulkRefusal(pair.Change.Before!.Title, pair.Problem!))]);
    }

    private Threat Applied(Threat threat) => threat with
    {
        Treatment = Treatment ?? threat.Treatment,
        Owner = Owner ?? threat.Owner,
        Due = Due == DateOnly.MinValue ? null : Due ?? threat.Due,
        Tags = threat.Tags.With(Tags),
    };

    private static string? ProblemOf(Threat threat) =>
        ShapeOf<Threat>.Value.Fields.Select(field => field.Problem(threat)).FirstOrDefault(problem => problem is not null);
}

/// <summary>What a bulk edit comes to before it is applied.</summary>
public sealed record BulkPreview(ImmutableArray<Change<Threat>> Changes, int Unchanged, ImmutableArray<BulkRefusal> Refused);

/// <summary>A threat that the edit cannot be applied to, and why.</summary>
public sealed record BulkRefusal(string Title, string Problem);
