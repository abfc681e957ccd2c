using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Boards;
using ThreatBoard.Data.Live;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;
using ThreatBoard.Web.Ui.Charts;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Features.Boards;

/// <summary>The board over all models that somebody may read; workspace, tag and the number looked into stand in the address.</summary>
public sealed partial class AllModelsPage : IDisposable
{
    private const int DaysShown = 180, MostRows = 60;

    private static readonly RiskBand[] s_bands = [RiskBand.Critical, RiskBand.High, RiskBand.Medium, RiskBand.Low, RiskBand.None];

    private readonly Leaving _leaving = new();
    private readonly Dictionary<Guid, IReadOnlyList<RiskDay>> _past = [];
    private IReadOnlyList<ModelStanding>? _all;
    private IReadOnlyList<ChartPoint>? _days;
    private ThreatSelection? _of;
    private Subscription? _following;
    private string? _failure;

    [SupplyParameterFromQuery]
    public Guid? Workspace { get; set; }

    [SupplyParameterFromQuery]
    public string? Tag { get; set; }

    /// <summary>The number whose models are shown, as its filter says; <c>severe</c> for high and critical ones.</summary>
    [SupplyParameterFromQuery]
    public string? Of { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private ModelBoards Boards { get; set; } = null!;

    [Inject]
    private RiskHistory History { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private AllModelsView View => new([.. _all!.Where(model => (Workspace is null || model.WorkspaceId == Workspace) && (string.IsNullOrEmpty(Tag) || model.Tags.Contains(Tag)))]);

    private List<(Guid Id, string Name)> Rooms => [.. _all!.Select(model => (model.WorkspaceId, model.Workspace)).Distinct()];

    private List<string> Tags => [.. _all!.SelectMany(model => model.Tags).Distinct().Order(StringComparer.CurrentCultureIgnoreCase)];

    private Dictionary<Rating, int> Cells => View is var view ? view.Cells.ToDictionary(cell => cell, cell => view.Count(ThreatSelection.Open with { Residual = cell })) : [];

    private List<BandBar> Ages => View is var view ? [.. Enum.GetValues<AgeBucket>().Select(age => new BandBar(
        $"{(age is AgeBucket.Longer ? "over 180" : SelectionTokens.Word(age).Replace('-', '–'))} days",
        [.. s_bands.Select(band => ThreatSelection.Open with { Age = age, Band = band }).Select(of => new BandPart(of.Band!.Value, view.Count(of), Address(SelectionTokens.Of(of))))]))] : [];

    private IEnumerable<ChartPoint> Told => _days is null ? [] : _days.Where((day, at) => at == 0 || at == _days.Count - 1 || _days[at - 1].Value != day.Value).Reverse().Take(MostRows);

    private string Trend => _days is not { Count: > 30 } days ? "sum of residual scores" : (days[^1].Value - days[^31].Value) switch
    {
        > 0 and var more => $"▲ {more} in 30 days",
        < 0 and var less => $"▼ {-less} in 30 days",
        _ => "as 30 days ago",
    };

    public void Dispose()
    {
        _following?.Dispose();
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _following = await Access.FollowAsync(() => _ = InvokeAsync(ReadAsync));
        await ReadAsync();
    }

    protected override void OnParametersSet()
    {
        _of = AllModelsView.Named(Of);
        if (_all is not null) Sum();
    }

    private async Task ReadAsync()
    {
        try
        {
            if (await Access.CallerAsync() is not { } caller) return;
            _all = await Boards.ListAsync(caller, _leaving.Token);
            (_failure, _days) = (null, null);
            StateHasChanged();
            foreach (var model in _all) await LookBackAsync(model);
            Sum();
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        catch (DbException)
        {
            _failure = "The board could not be read.";
            StateHasChanged();
        }
    }

    private async Task LookBackAsync(ModelStanding model)
    {
        if (await Access.ForAsync(model.Id, Right.Read, _leaving.Token) is not { } access) return;
        var past = await History.DaysAsync(access, model.Day.Rules.Zone, model.Day.Today.AddDays(-DaysShown), model.Day.Today, _leaving.Token);
        _past[model.Id] = past.First is { } first ? [.. past.Days.Where(day => day.Day >= first.AddDays(-1))] : [];
    }

    /// <summary>Adds the models' days up; once all of them were read.</summary>
    private void Sum()
    {
        if (!_all!.All(model => _past.ContainsKey(model.Id))) return;
        _days = [.. View.Models.SelectMany(model => _past[model.Id]).GroupBy(day => day.Day).OrderBy(days => days.Key).Select(days => new ChartPoint(days.Key, days.Sum(day => day.Score)))];
    }

    private static string Counted(int models) => models == 1 ? "1 model" : $"{models} models";

    /// <summary>The table of models, below what is chosen now.</summary>
    private string ToModels => Here + "#models";

    private string Here => Navigation.Uri.Split('#')[0];

    private string Address(string? of) => Navigation.GetUriWithQueryParameters(Here, new Dictionary<string, object?>(StringComparer.Ordinal) { ["of"] = of }) + "#models";

    private void Go(string name, ChangeEventArgs chosen) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(name, Convert.ToString(chosen.Value, CultureInfo.InvariantCulture) is { Length: > 0 } value ? value : null));
}
