using System.Collections.Immutable;

namespace ThreatBoard.Web.Ui.Filtering;

/// <summary>The token filter of a table: a row passes where every token holds.</summary>
/// <remarks>A token that is not understood is named in <see cref="Problems"/> and left out, so that a typing error never empties the table in silence.</remarks>
public sealed class RowFilter<TRow>
{
    private readonly FilterFields<TRow> _fields;
    private readonly ImmutableArray<FilterTerm<TRow>> _terms;

    internal RowFilter(string text, FilterFields<TRow> fields)
    {
        _fields = fields;
        Text = text.Trim();
        var terms = FilterWord.Split(Text).Select(fields.TermOf).ToList();
        _terms = [.. terms.Where(t => t.Problem is null)];
        Problems = [.. terms.Select(t => t.Problem).OfType<string>()];
    }

    /// <summary>As typed, blanks at the ends apart; what stands in the address.</summary>
    public string Text { get; }

    /// <summary>A sentence for each token that was not understood.</summary>
    public ImmutableArray<string> Problems { get; }

    public bool IsEmpty => Text.Length == 0;

    public bool Passes(TRow row, FilterContext context) => _terms.All(term => term.Holds(row, context));

    public bool Has(string token) => FilterWord.Split(Text).Any(t => t.Text == token);

    /// <summary>The filter with this token added, or taken out where it is there already.</summary>
    public RowFilter<TRow> Toggled(string token)
    {
        var words = FilterWord.Split(Text).Select(t => t.Text).ToList();
        if (!words.Remove(token)) words.Add(token);
        return new(string.Join(' ', words), _fields);
    }
}
