using System.Globalization;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Features.Threats;

/// <summary>The fields by which threats are filtered; the one place that names them all.</summary>
public static class ThreatFilter
{
    public static FilterFields<ThreatRow> Fields { get; } = new FilterFields<ThreatRow>(Texts)
        .Field("status", Status)
        .Field("risk", token => Risk(token, row => row.State.ResidualScore))
        .Field("inherent", token => Risk(token, row => row.State.Inherent?.Score ?? 0))
        .Field("residual", Residual)
        .Field("age", Age)
        .Choice("stride", row => row.Threat.Category)
        .Owner("owner", row => row.Threat.Owner)
        .Field("subject", Subject)
        .Field("in", Inside)
        .Text("rule", row => row.Rule)
        .Field("found", Found)
        .Text("actor", row => row.Actor)
        .AnyOf("tag", row => row.Threat.Tags)
        .Due("due", row => row.Threat.Due, (row, today) => row.IsOverdue(today))
        .Due("expires", row => row.AcceptedUntil, (row, today) => row.AcceptedUntil < today)
        .Choice("source", row => row.Threat.CameFrom)
        .Choice("rated", row => row.RatedBy)
        .Choice("treatment", row => row.Threat.Treatment.Kind)
        .Number("exposure", row => row.Exposure);

    public static RowFilter<ThreatRow> Everything { get; } = Fields.Parse("");

    public static RowFilter<ThreatRow> Parse(string? text) => string.IsNullOrWhiteSpace(text) ? Everything : Fields.Parse(text);

    private static IEnumerable<string> Texts(ThreatRow row) =>
        row.Threat.Evidence.SelectMany(e => new[] { e.Object, e.Path, e.Value }).Concat([row.Title, row.SubjectTitle, row.Rule, row.Actor, row.OwnerName]);

    /// <summary><c>status:open</c> is whatever still asks for work, <c>status:untouched</c> what nobody has looked at, <c>status:carried</c> what is still risk, be it accepted.</summary>
    private static FilterTerm<ThreatRow> Status(FilterWord token) => token.Value.ToLowerInvariant() switch
    {
        "open" => new((row, _) => row.State.Status.IsOpen()),
        "closed" => new((row, _) => !row.State.Status.IsOpen()),
        "untouched" => new((row, _) => row.State.Status is ThreatStatus.Open),
        "carried" => new((row, _) => row.State.Status.CarriesRisk()),
        _ => FilterFields<ThreatRow>.ChoiceTerm(token, row => row.State.Status, "closed, untouched, carried, "),
    };

    private static FilterTerm<ThreatRow> Risk(FilterWord token, Func<ThreatRow, int> score)
    {
        if (int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new((row, _) => token.Operator.Holds(score(row), number));
        return ChoiceWords.Named<RiskBand>(token.Value) is [var wanted]
            ? new((row, _) => token.Operator.Holds((int)row.Day.Bands.Of(score(row)), (int)wanted))
            : FilterTerm<ThreatRow>.Wrong($"“{token.Value}” is no risk: write none, low, medium, high, critical, or a score from 0 to 25, as in {token.Field}>=high.");
    }

    /// <summary><c>found:new</c> is what a rule finds only since it is there, or since its newer version.</summary>
    private static FilterTerm<ThreatRow> Found(FilterWord token) =>
        token.Value.Equals("new", StringComparison.OrdinalIgnoreCase)
            ? new((row, _) => row.IsNewOfRule)
            : FilterTerm<ThreatRow>.Wrong($"“{token.Value}” says nothing of a finding: write found:new for those of newer rules.");

    /// <summary>A cell of the matrix, likelihood first: <c>residual:4x3</c>; <c>none</c> for what is not rated.</summary>
    private static FilterTerm<ThreatRow> Residual(FilterWord token) => token.Value.ToLowerInvariant().Split('x') switch
    {
        ["none"] => new((row, _) => row.State.Residual is null),
        [[var likelihood and >= '1' and <= '5'], [var impact and >= '1' and <= '5']] => new((row, _) => row.State.Residual == new Rating(likelihood - '0', impact - '0')),
        _ => FilterTerm<ThreatRow>.Wrong($"“{token.Value}” is no cell of the matrix: write likelihood and impact, each 1 to 5, as in residual:4x3, or residual:none."),
    };

    /// <summary>Days since it was written down, as a number or as one of the board's buckets: <c>age:31-90</c>, <c>age>90</c>.</summary>
    private static FilterTerm<ThreatRow> Age(FilterWord token)
    {
        if (SelectionTokens.Age(token.Value) is { } bucket) return new((row, _) => AgeBuckets.Of(row.AgeInDays) == bucket);
        return int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? new((row, _) => token.Operator.Holds(row.AgeInDays, days))
            : FilterTerm<ThreatRow>.Wrong($"“{token.Value}” is no age: write {SelectionTokens.AgeList}, or days as in age>90.");
    }

    /// <summary>A name, or <c>kind:guid</c> as it stands in addresses.</summary>
    private static FilterTerm<ThreatRow> Subject(FilterWord token) =>
        token.Value == "model" ? new((row, _) => row.Threat.Subject.Ref == EntityRef.WholeModel)
        : EntityRef.TryParse(token.Value, out var wanted) ? new((row, _) => row.Threat.Subject.Ref == wanted)
        : FilterFields<ThreatRow>.TextTerm(token, row => row.SubjectTitle);

    /// <summary>Whose subject lies in a boundary: a part of its name, or <c>boundary:guid</c>.</summary>
    private static FilterTerm<ThreatRow> Inside(FilterWord token) =>
        EntityRef.TryParse(token.Value, out var wanted) ? new((row, _) => row.Around.Any(boundary => boundary.Id.Value == wanted.Id))
        : token.Value == "none" ? new((row, _) => row.Around.Count == 0)
        : new((row, _) => row.Around.Any(boundary => token.Values.Any(value => boundary.Name.Contains(value, StringComparison.OrdinalIgnoreCase))));
}
