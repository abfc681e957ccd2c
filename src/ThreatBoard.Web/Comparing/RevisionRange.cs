using System.Globalization;

namespace ThreatBoard.Web.Comparing;

/// <summary>Which two states are compared, as the address says it: <c>1..2</c>, or <c>1..now</c>.</summary>
/// <param name="From">0 stands for the model before anything was in it.</param>
/// <param name="To">Null stands for the model as it is now.</param>
public sealed record RevisionRange(int From, int? To)
{
    private const string Now = "now";

    public static RevisionRange? Parse(string text) =>
        text.Split("..") is [var from, var to] && NumberOf(from) is { } first
            ? to == Now ? new(first, null) : NumberOf(to) is { } last ? new(first, last) : null
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From}..{(To is { } to ? to.ToString(CultureInfo.InvariantCulture) : Now)}");

    private static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
