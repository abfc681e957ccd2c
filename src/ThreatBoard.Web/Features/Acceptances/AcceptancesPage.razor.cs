using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Features.Acceptances;

/// <summary>All acceptances of a model: what waits for a decision, what holds and until when, what has ended.</summary>
public sealed partial class AcceptancesPage : IDisposable
{
    private OpenModel? _model;
    private ImmutableArray<AcceptanceRow> _rows = [];
    private Guid _loaded;
    private bool _failed, _isMissing;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>One of <see cref="AcceptanceView"/>, in small letters.</summary>
    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    [SupplyParameterFromQuery(Name = "open")]
    public string? OpenItem { get; set; }

    [Inject]
    private ModelDesk Desk { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private AddressBar Address { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    private AcceptanceView View => AcceptanceRow.ViewOf(Show);

    private DateOnly Today => _model!.Standing.Today;

    private Guid? OpenId => Layout.OpenItem.Parse(OpenItem) is { Kind: "threat" } open ? open.Id : null;

    private IReadOnlyList<AcceptanceRow> Shown => [.. _rows.Where(row => row.Is(View))];

    public void Dispose() => _model?.Dispose();

    protected override Task OnParametersSetAsync() => _loaded == Id ? Task.CompletedTask : LoadAsync();

    private async Task LoadAsync()
    {
        _loaded = Id;
        (_failed, _isMissing) = (false, false);
        _model?.Dispose();
        try
        {
            _model = await Desk.OpenAsync(Id, OnMoved);
        }
        catch (DbException)
        {
            _failed = true;
            return;
        }

        _isMissing = _model is null;
        Frame.ModelName = _model?.Name;
        Read();
    }

    private void OnMoved() => _ = InvokeAsync(() =>
    {
        Read();
        StateHasChanged();
    });

    private void Read() => _rows = _model is { } open ? AcceptanceRow.Of(open.Content, open.Standing.Today) : [];

    private Dictionary<string, object?> Wish => new(StringComparer.Ordinal) { ["show"] = WordOf(View) };

    private string AddressOf(Id<Threat> threat) => Navigation.AddressToOpen("threat", threat.Value);

    private void Open(Id<Threat> threat) => Address.Open("threat", threat.Value);

    private void Go(AcceptanceView view) => Address.Set("show", WordOf(view));

    private static string? WordOf(AcceptanceView view) => view is AcceptanceView.All ? null : view.ToString().ToLowerInvariant();
}
