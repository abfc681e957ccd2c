using System.Globalization;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Features.Threats;

/// <summary>What of the triage table stands in its address: filter, order, grouping and the open item, so that every view can be shared.</summary>
public sealed record ThreatsView(RowFilter<ThreatRow> Filter, ThreatOrder Order, ThreatGrouping Grouping, string Open)
{
    public static ThreatsView Default { get; } = new(ThreatFilter.Everything, ThreatOrder.Priority, ThreatGrouping.None, "");

    /// <summary>The table as a file: what is filtered, in its order.</summary>
    public static ListChoice AsFile { get; } = new("threats", (content, wish) =>
    {
        var view = From(wish.Filter, wish.Sort, null, null);
        return ThreatRows.Of(content, wish.Day, wish.Owners).Where(row => view.Filter.Passes(row, wish.Context)).Order(view.Order).Select(row => row.Id.Value);
    });

    /// <summary>Reads the parameters of an address; what is missing or unknown is as by default.</summary>
    public static ThreatsView From(string? filter, string? sort, string? group, string? open)
    {
        var isDescending = sort?.StartsWith('-') ?? false;
        var order = Enum.TryParse<ThreatSort>(sort?.TrimStart('-'), ignoreCase: true, out var by) && Enum.IsDefined(by)
            ? new ThreatOrder(by, isDescending)
            : ThreatOrder.Priority;
        var grouping = Enum.TryParse<ThreatGrouping>(group, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : ThreatGrouping.None;
        return new(ThreatFilter.Parse(filter), order, grouping, open ?? "");
    }

    /// <summary>The parameters for the address; null removes one that is as by default.</summary>
    public IReadOnlyDictionary<string, object?> ToParameters() => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["q"] = Filter.Text is { Length: > 0 } text ? text : null,
        ["sort"] = Order == ThreatOrder.Priority ? null : (Order.Descending ? "-" : "") + Order.By.ToString().ToLower(CultureInfo.InvariantCulture),
        ["group"] = Grouping is ThreatGrouping.None ? null : Grouping.ToString().ToLower(CultureInfo.InvariantCulture),
        ["open"] = Open.Length == 0 ? null : Open,
    };
}
