using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Clusters;

namespace ThreatBoard.Web.Features.Diagram.Overlays;

/// <summary>Which overlay is on, and from where to where it asks; all of it stands in the address.</summary>
/// <param name="Kind"><c>flows</c>, <c>talk</c> or <c>reach</c>.</param>
/// <param name="From">A component, a boundary whose components are meant, or an actor; null where nobody chose.</param>
/// <param name="IsBackwards">Who can reach it is asked, not what it reaches.</param>
public sealed record OverlayChoice(string Kind, EntityRef? From, EntityRef? To, bool IsBackwards)
{
    /// <summary>The key of the thing to which, or from which, the shortest path is shown; null where nobody chose.</summary>
    public string? Goal { get; init; }

    /// <summary>The service account that a blast radius is asked about in the place of <see cref="From"/>; null where none is.</summary>
    public AccountStart? Account { get; init; }

    /// <summary>Nothing was chosen, so paths start outside.</summary>
    public bool IsOfInternet => From is null && Account is null;

    /// <summary>The kinds with their words, in the order of the toolbar.</summary>
    public static IReadOnlyList<(string Kind, string Word, string Title)> Kinds { get; } =
    [
        ("flows", "Policies", "Which lines are declared, derived, denied, or allowed although nobody declared them"),
        ("talk", "May it talk?", "Choose two components: may they talk, and why"),
        ("reach", "Blast radius", "What falls if this falls, and who can reach it"),
    ];

    /// <summary>Null where the address names no overlay that exists.</summary>
    public static OverlayChoice? Parse(string? kind, string? from, string? to, string? way, string? goal = null) =>
        Kinds.Any(known => known.Kind == kind)
            ? new(kind!, EntityRef.TryParse(from, out var start) ? start : null, EntityRef.TryParse(to, out var end) ? end : null, way == "in") { Goal = goal, Account = kind == "reach" ? AccountStart.Parse(from) : null }
            : null;

    /// <summary>As it stands in the address; every part is set, so that nothing of another overlay stays.</summary>
    public static Dictionary<string, object?> Address(OverlayChoice? choice) => new(StringComparer.Ordinal)
    {
        ["overlay"] = choice?.Kind,
        ["from"] = choice?.From?.ToString() ?? choice?.Account?.ToString(),
        ["to"] = choice?.To?.ToString(),
        ["way"] = choice is { IsBackwards: true } ? "in" : null,
        ["goal"] = choice?.Goal,
    };

    /// <summary>What choosing these elements on the picture means: one after the other, or two at once, are a pair.</summary>
    public OverlayChoice Chosen(IReadOnlyList<EntityRef> elements)
    {
        var components = elements.Where(element => element.Is<Component>()).ToList();
        return (Kind, components) switch
        {
            ("talk", [var one, var other]) => Same(one, other) ? this : this with { From = one, To = other },
            ("talk", [var one]) when From is not null && To is null && one != From => this with { To = one },
            ("talk", [var one]) when one != From && one != To => this with { From = one, To = null },
            ("flows", [var one]) => this with { From = one },
            ("flows", _) when elements is [var area] && area.Is<Boundary>() => this with { From = area },
            ("reach", [var one]) => Starting(one),
            ("reach", _) when elements is [var area] && area.Is<Boundary>() => Starting(area),
            _ => this,
        };
    }

    /// <summary>The same question about another start.</summary>
    /// <param name="from">Null for the internet.</param>
    public OverlayChoice Starting(EntityRef? from, AccountStart? account = null) => this with { From = from, Account = account, Goal = null };

    private bool Same(EntityRef one, EntityRef other) => (From == one && To == other) || (From == other && To == one);
}
