using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Presence;

/// <summary>Where somebody is in a model, and what they are at. What is over its limit is left out.</summary>
public sealed record Whereabouts
{
    public const int LongestAddress = 1_000;
    public const int LongestView = 100;
    public const int MostSelected = 20;
    public const int LongestField = Limits.Title + 100;

    public static Whereabouts Nowhere { get; } = new();

    /// <summary>Path and query of the page.</summary>
    public string Address { get; init; } = "";

    /// <summary>The page of the model, such as <c>threats</c>; empty on its board.</summary>
    public string Page { get; init; } = "";

    /// <summary>What is open or chosen, at most <see cref="MostSelected"/> ids.</summary>
    public ValueList<Guid> Selection { get; init; } = [];

    /// <summary>The field that is being written: <c>kind:id/field</c>; empty where none is.</summary>
    public string Editing { get; init; } = "";

    /// <summary>The part of the diagram that is seen, in units of the model; empty elsewhere.</summary>
    public string View { get; init; } = "";

    /// <summary>Whom they follow.</summary>
    public Guid? Following { get; init; }

    internal Whereabouts Bounded() => this with
    {
        Address = Address.Length > LongestAddress ? "" : Address,
        Page = Page.Length > Limits.Word ? "" : Page,
        Selection = Selection.Count > MostSelected ? [] : Selection,
        Editing = Editing.Length > LongestField ? "" : Editing,
        View = View.Length > LongestView ? "" : View,
    };
}
