using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Boards;

/// <summary>The board of one model: where its risk lies and how it moves; today's follows the journal, a past day's is played back from it.</summary>
public sealed partial class BoardPage : IDisposable
{
    private const int DaysShown = 365;

    /// <summary>Nothing is older than the application: what asks for more asks for no day.</summary>
    private const int EarliestYear = 2000;

    private readonly Leaving _leaving = new();
    private OpenModel? _model;
    private ModelBoard? _board;
    private BoardLinks? _links;
    private RiskPast? _past;
    private ImmutableArray<RiskDay> _burndown = [];
    private ImmutableArray<ComponentExposure>? _exposed;
    private CoverageBoard? _coverage;
    private WorkingDay _day = WorkingDay.Usual;
    private DateOnly _today;
    private DateOnly? _asked, _first;
    private (Guid Model, string? On)? _shown;
    private string? _failure;
    private bool _missing, _reading, _again;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>A past day as year-month-day; today where it is left out or no such day.</summary>
    [SupplyParameterFromQuery]
    public string? On { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private ModelDesk Desk { get; set; } = null!;

    [Inject]
    private RiskHistory History { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    [Inject]
    private AddressBar Address { get; set; } = null!;

    private string Summary =>
        $"{Plural(_board!.Day.Content.CountOf<Domain.Modeling.Component>(), "component")}, {Plural(_board.Day.Content.CountOf<Domain.Modeling.Flow>(), "flow")}, {Plural(_board.Day.Rows.Length, "threat")}";

    public void Dispose()
    {
        _leaving.Dispose();
        _model?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Id, On)) return;
        var another = _shown?.Model != Id;
        _shown = (Id, On);
        if (another) await ReopenAsync();
        else await ReadAsync();
    }

    private async Task ReopenAsync()
    {
        _model?.Dispose();
        (_model, _board, _failure, _missing) = (null, null, null, false);
        try
        {
            _model = await Desk.OpenAsync(Id, () => _ = InvokeAsync(ReadAsync));
        }
        catch (DbException)
        {
            _failure = "The board could not be read.";
            return;
        }

        _missing = _model is null;
        Frame.ModelName = _model?.Name;
        await ReadAsync();
    }

    /// <summary>One reading at a time; what moves meanwhile is read once more after it.</summary>
    private async Task ReadAsync()
    {
        _again = true;
        if (_reading || _model is null) return;
        _reading = true;
        try
        {
            while (_again && !_leaving.Token.IsCancellationRequested)
            {
                _again = false;
                await ReadOnceAsync(_model);
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

    /// <summary>Numbers first; what takes longer comes when it is there.</summary>
    private async Task ReadOnceAsync(OpenModel model)
    {
        if (await Access.ForAsync(Id, Right.Read, _leaving.Token) is not { } access) return;
        var now = model.Standing.Day;
        var isPast = DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && on < now.Today && on.Year >= EarliestYear;
        var day = isPast ? now with { Today = on } : now;
        var content = isPast ? await History.AtAsync(access, on, day.Rules.Zone, _leaving.Token) : model.Content;
        var board = await Task.Run(() => ModelBoard.Of(content, day), _leaving.Token);
        (_board, _day, _today, _asked, _links) = (board, day, now.Today, day.Today, new(Id, isPast));
        StateHasChanged();
        await ReadRestAsync(access, board);
    }

    private async Task ReadRestAsync(ModelAccess access, ModelBoard board)
    {
        var day = board.Day.Day;
        _past = await History.DaysAsync(access, day.Rules.Zone, day.Today.AddDays(-DaysShown), day.Today, _leaving.Token);
        _first = _past.First;
        var opened = board.Iteration is { } iteration ? day.Rules.DayOf(iteration.Opened.At) : day.Today;
        _burndown = board.Iteration is null ? [] : (await History.DaysAsync(access, day.Rules.Zone, opened, day.Today, _leaving.Token)).Days;
        StateHasChanged();
        (_exposed, _coverage) = await Task.Run(() => (ComponentExposure.Of(board.Day), CoverageBoard.Of(board.Day)), _leaving.Token);
        StateHasChanged();
    }

    private void GoToDay() => Address.Set("on", _asked is { } day && day < _today ? Word(day) : null);

    private static string? Word(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Plural(int count, string one) => count == 1 ? $"1 {one}" : $"{count} {one}s";
}
