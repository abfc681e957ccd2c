using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Data.Listing;
using ThreatBoard.Data.Live;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Models;

/// <summary>The board of one model: where its risk lies, and what happened lately; it follows the journal.</summary>
public sealed partial class BoardPage : IDisposable
{
    private const int EntriesShown = 8;

    private readonly Leaving _leaving = new();
    private IReadOnlyList<JournalEntryRow> _journal = [];
    private Subscription? _following;
    private ModelAccess? _access;
    private ModelSummary? _model;
    private Board? _board;
    private bool _missing;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private WorkspaceModels Models { get; set; } = null!;

    [Inject]
    private LiveModels Live { get; set; } = null!;

    [Inject]
    private Journal Journal { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    private int Severe => _board!.Heat.Where(pair => _model!.Bands.Of(pair.Key.Score) >= RiskBand.High).Sum(pair => pair.Value);

    public void Dispose()
    {
        _leaving.Dispose();
        _following?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_access?.ModelId == Id)
            return;
        _following?.Dispose();
        _access = await Access.ForAsync(Id, Right.Read, _leaving.Token);
        _missing = _access is null;
        if (_access is null || _leaving.Token.IsCancellationRequested)
            return;
        _following = Live.Subscribe(_access, moved => { _ = InvokeAsync(ReadAsync); });
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        if (_access is null || _leaving.Token.IsCancellationRequested)
            return;
        _board = Board.Of((await Live.ReadAsync(_access, _leaving.Token)).Content);
        _model = await Models.GetAsync(_access, _leaving.Token);
        _journal = await Journal.LatestAsync(_access, EntriesShown, _leaving.Token);
        Frame.ModelName = _model.Name;
        StateHasChanged();
    }

    private string Threats(string filter) => $"/models/{Id}/threats?q={Uri.EscapeDataString(filter)}";
}
