using System.Collections.Immutable;

namespace ThreatBoard.Web.Features.Threats;

/// <summary>What a filter needs to know besides the row: who asks, and which day it is.</summary>
/// <param name="Me">The name under which the person who asks owns threats.</param>
public sealed record FilterContext(string Me, DateOnly Today);

/// <summary>The token filter of the triage table: a row passes where every token holds.</summary>
/// <remarks>A token that is not understood is named in <see cref="Problems"/> and left out, so that a typing error never empties the table in silence.</remarks>
public sealed class ThreatFilter
{
    private readonly ImmutableArray<ThreatTerm> _terms;

    private ThreatFilter(string text, ImmutableArray<ThreatTerm> terms, ImmutableArray<string> problems) =>
        (Text, _terms, Problems) = (text, terms, problems);

    public static ThreatFilter Everything { get; } = new("", [], []);

    /// <summary>As typed, blanks at the ends apart; what stands in the address.</summary>
    public string Text { get; }

    /// <summary>A sentence for each token that was not understood.</summary>
    public ImmutableArray<string> Problems { get; }

    public bool IsEmpty => _terms.IsEmpty;

    public static ThreatFilter Parse(string? text)
    {
        var tokens = FilterToken.Split(text ?? "").ToList();
        if (tokens.Count == 0) return Everything;
        var terms = tokens.Select(ThreatTerms.Of).ToList();
        return new(text!.Trim(), [.. terms.Where(t => t.Problem is null)], [.. terms.Select(t => t.Problem).OfType<string>()]);
    }

    public bool Passes(ThreatRow row, FilterContext context) => _terms.All(term => term.Holds(row, context));

    /// <summary>The filter with this token added, or taken out where it is there already.</summary>
    public ThreatFilter Toggled(string token)
    {
        var words = FilterToken.Split(Text).Select(t => t.Text).ToList();
        if (!words.Remove(token)) words.Add(token);
        return Parse(string.Join(' ', words));
    }

    public bool Has(string token) => FilterToken.Split(Text).Any(t => t.Text == token);
}
