namespace ThreatBoard.Web.Ui.Values;

/// <summary>How a box of a <see cref="ValueForm"/> is filled in.</summary>
public enum BoxKind
{
    Text,
    Lines,
    Number,
    Day,
    Choice,
}

/// <summary>One box of a form for a value: what it is called, and what it holds as text.</summary>
/// <param name="Options">What can be chosen, with the words for it; for other kinds empty.</param>
public sealed record ValueBox(string Label, BoxKind Kind, IReadOnlyList<(string Value, string Words)> Options)
{
    public string Text { get; set; } = "";
}
