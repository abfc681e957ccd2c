using System.Collections.Immutable;
using ThreatBoard.Data.Boards;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Features.Boards;

/// <summary>The numbers of several models together, each the sum of the models' own.</summary>
public sealed record AllModelsView(IReadOnlyList<ModelStanding> Models)
{
    /// <summary>How many days ahead an acceptance counts as near its end.</summary>
    public const int NearDays = ModelBoard.NearDays;

    public int Open => Count(ThreatSelection.Open);

    public int OpenScore => Models.Sum(model => model.Tally.OpenScore);

    public int Severe => Models.Sum(Severity);

    public int Overdue => Models.Sum(model => model.OverdueCount);

    public int Accepted => Count(new() { Status = ThreatStatus.Accepted });

    public ImmutableArray<BoardNumber> ByStatus => [.. Enum.GetValues<ThreatStatus>().Select(status => new ThreatSelection { Status = status }).Select(of => new BoardNumber(of, Count(of)))];

    public int Due => Models.Count(model => model.IsReviewDue);

    public IEnumerable<Rating> Cells => Models.SelectMany(model => model.Tally.Cells).Where(cell => cell.Status.IsOpen()).Select(cell => cell.Residual).OfType<Rating>().Distinct();

    /// <summary>The bands that color a shared matrix: those of the models where they agree, else the usual ones.</summary>
    public BandScale Bands => Models.Select(model => model.Day.Bands).Distinct().ToList() is [var same] ? same : BandScale.Usual;

    public int Count(ThreatSelection selection) => Models.Sum(model => model.Tally.Count(selection));

    public static int Severity(ModelStanding model) =>
        model.Tally.Count(ThreatSelection.Open with { Band = RiskBand.High }) + model.Tally.Count(ThreatSelection.Open with { Band = RiskBand.Critical });

    public static int Near(ModelStanding model) => model.Acceptances.Count(acceptance => acceptance.Expires <= model.Day.Today.AddDays(NearDays));

    public static string NearFilter(ModelStanding model) => $"expires<={model.Day.Today.AddDays(NearDays):yyyy-MM-dd}";

    /// <summary>The selections that the page counts, by the words in its address: what a number there is spread over, its models say.</summary>
    public static ThreatSelection? Named(string? words) => string.IsNullOrEmpty(words) ? null : s_named.GetValueOrDefault(words);

    private static readonly ImmutableDictionary<string, ThreatSelection> s_named = Selections().ToImmutableDictionary(SelectionTokens.Of);

    private static IEnumerable<ThreatSelection> Selections() =>
    [
        ThreatSelection.Open,
        .. Enum.GetValues<ThreatStatus>().Select(status => new ThreatSelection { Status = status }),
        .. Enum.GetValues<RiskBand>().Select(band => ThreatSelection.Open with { Band = band }),
        .. Enum.GetValues<Stride>().Select(category => ThreatSelection.Open with { Category = category }),
        .. from likelihood in Enumerable.Range(Rating.Lowest, Rating.Highest) from impact in Enumerable.Range(Rating.Lowest, Rating.Highest) select ThreatSelection.Open with { Residual = new(likelihood, impact) },
        .. from band in Enum.GetValues<RiskBand>() from age in Enum.GetValues<AgeBucket>() select ThreatSelection.Open with { Band = band, Age = age },
    ];
}
