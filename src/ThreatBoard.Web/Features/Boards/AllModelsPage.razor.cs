using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data.Boards;
using ThreatBoard.Data.Live;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;
using ThreatBoard.Web.Ui.Charts;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Features.Boards;

/// <summary>The board over all models that somebody may read; workspace, tag and the number looked into stand in the address.</summary>
public sealed partial class AllModelsPage : IDisposable
{
    private const int MostRows = 60;

    /// <summary>How many models are read between two pictures of how far it is.</summary>
    private const int Step = 10;

    private static readonly RiskBand[] s_bands = [RiskBand.Critical, RiskBand.High, RiskBand.Medium, RiskBand.Low, RiskBand.None];

    private readonly NextLook _next = new(TimeSpan.FromSeconds(3));
    private readonly Dictionary<Guid, ModelDepth> _depths = [];
    private readonly ConcurrentDictionary<Guid, bool> _edited = [];
    private IReadOnlyList<ModelStanding>? _all;
    private DeepView? _deep;
    private ThreatSelection? _of;
    private Subscription? _following, _edits;
    private string? _failure;
    private bool _reading, _again;

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
    private ManyModels Many { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private AllModelsView View => new([.. _all!.Where(model => (Workspace is null || model.WorkspaceId == Workspace) && (string.IsNullOrEmpty(Tag) || model.Tags.Contains(Tag)))]);

    private List<(Guid Id, string Name)> Rooms => [.. _all!.Select(model => (model.WorkspaceId, model.Workspace)).Distinct()];

    private List<string> Tags => [.. _all!.SelectMany(model => model.Tags).Distinct().Order(StringComparer.CurrentCultureIgnoreCase)];

    private Dictionary<Rating, int> Cells => View is var view ? view.Cells.ToDictionary(cell => cell, cell => view.Count(ThreatSelection.Open with { Residual = cell })) : [];

    private List<BandBar> Ages => View is var view ? [.. Enum.GetValues<AgeBucket>().Select(age => new BandBar(
        $"{(age is AgeBucket.Longer ? "over 180" : SelectionTokens.Word(age).Replace('-', '–'))} days",
        [.. s_bands.Select(band => ThreatSelection.Open with { Age = age, Band = band }).Select(of => new BandPart(of.Band!.Value, view.Count(of), Address(SelectionTokens.Of(of))))]))] : [];

    private IEnumerable<ChartPoint> Told => _deep is not { Days: var days } ? [] : days.Where((day, at) => at == 0 || at == days.Length - 1 || days[at - 1].Value != day.Value).Reverse().Take(MostRows);

    private string Trend => _deep is not { Days: { Length: > 30 } days } ? "sum of residual scores" : (days[^1].Value - days[^31].Value) switch
    {
        > 0 and var more => $"▲ {more} in 30 days",
        < 0 and var less => $"▼ {-less} in 30 days",
        _ => "as 30 days ago",
    };

    private string Progress => _all is { Count: > Step } ? $"Reading models: {_all.Count(model => _depths.ContainsKey(model.Id))} of {_all.Count}" : "Reading models";

    public void Dispose()
    {
        _following?.Dispose();
        _edits?.Dispose();
        _next.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _following = await Access.FollowAsync(() => _ = InvokeAsync(ReadAsync));
        _edits = Many.FollowEdits(OnEdited);
        await ReadAsync();
    }

    protected override void OnParametersSet()
    {
        _of = AllModelsView.Named(Of);
        if (_all is not null) Sum();
    }

    /// <summary>Of models that are shown; told on another thread.</summary>
    private void OnEdited(Guid model)
    {
        if (_all?.Any(known => known.Id == model) is not true) return;
        _edited[model] = true;
        _next.Ask(Clock, InvokeAsync, ReadAsync);
    }

    /// <summary>One reading at a time; what moves meanwhile is read once more after it.</summary>
    private async Task ReadAsync()
    {
        _again = true;
        if (_reading) return;
        _reading = true;
        try
        {
            while (_again)
            {
                _again = false;
                await ReadOnceAsync();
            }
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
        finally
        {
            _reading = false;
        }
    }

    /// <summary>What is counted where it lies first; then model by model what takes longer, of those that were not read yet or have moved.</summary>
    private async Task ReadOnceAsync()
    {
        foreach (var model in _edited.Keys.Where(model => _edited.TryRemove(model, out _))) _depths.Remove(model);
        var known = _all;
        if (await Many.ListAsync(_next.Token) is not { } all) return;
        _all = all;
        foreach (var model in _all.Where(model => known?.FirstOrDefault(was => was.Id == model.Id)?.Day != model.Day)) _depths.Remove(model.Id);
        _failure = null;
        StateHasChanged();
        var read = 0;
        foreach (var model in _all.Where(model => !_depths.ContainsKey(model.Id)).ToList())
        {
            if (await Many.ReadAsync(model, _next.Token) is { } depth) _depths[model.Id] = depth;
            else _all = [.. _all.Where(other => other.Id != model.Id)];
            if (++read % Step == 0) StateHasChanged();
        }

        Sum();
        StateHasChanged();
    }

    /// <summary>Adds the models up; once all of them were read, so that no sum is of some.</summary>
    private void Sum()
    {
        if (_all!.All(model => _depths.ContainsKey(model.Id))) _deep = new([.. View.Models.Select(model => (model, _depths[model.Id]))]);
    }

    private static string Counted(int models) => models == 1 ? "1 model" : $"{models} models";

    /// <summary>The table of models, below what is chosen now.</summary>
    private string ToModels => Here + "#models";

    private string Here => Navigation.Uri.Split('#')[0];

    private string Address(string? of) => Navigation.GetUriWithQueryParameters(Here, new Dictionary<string, object?>(StringComparer.Ordinal) { ["of"] = of }) + "#models";

    private void Go(string name, ChangeEventArgs chosen) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(name, Convert.ToString(chosen.Value, CultureInfo.InvariantCulture) is { Length: > 0 } value ? value : null));
}
