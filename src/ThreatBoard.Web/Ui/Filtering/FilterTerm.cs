namespace ThreatBoard.Web.Ui.Filtering;

/// <summary>What a filter needs to know besides the row: who asks, and which day it is.</summary>
/// <param name="Owners">Tells which owners the person who asks is.</param>
public sealed record FilterContext(OwnerNames Owners, DateOnly Today);

/// <summary>One understood token, or the sentence that says what is wrong with it.</summary>
public sealed record FilterTerm<TRow>(Func<TRow, FilterContext, bool> Holds, string? Problem = null)
{
    public static FilterTerm<TRow> Wrong(string problem) => new((_, _) => true, problem);

    public FilterTerm<TRow> Negated() => Problem is null ? new((row, context) => !Holds(row, context)) : this;
}
