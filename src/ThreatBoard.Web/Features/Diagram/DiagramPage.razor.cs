using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Hosting.SignIn;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Together;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>The diagram of a model. Selection, grouping, notation and what is seen are in the address.</summary>
public sealed partial class DiagramPage : IAsyncDisposable
{
    private readonly SemaphoreSlim _sending = new(1);
    private ElementReference _host;
    private DiagramSession? _session;
    private DiagramSession? _mounted;
    private DiagramInterop? _canvas;
    private UndoStack? _undo;
    private Said? _said;
    private string? _name, _problem, _drawFailure;
    private string _grouping = "tenancy", _notation = "modern";
    private Guid _model;
    private ImmutableArray<Guid> _selected = [];
    private bool _isEmpty, _isOpening, _isGone;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    public string? Grouping { get; set; }

    [SupplyParameterFromQuery]
    public string? Notation { get; set; }

    [SupplyParameterFromQuery]
    public string? View { get; set; }

    [SupplyParameterFromQuery]
    public string? Selected { get; set; }

    [SupplyParameterFromQuery]
    public string? Open { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = null!;

    /// <summary>What the frame knows of the person's role, and hears anew when it changes.</summary>
    [CascadingParameter]
    private ModelAccess? Access { get; set; }

    [Inject]
    private DiagramSessions Sessions { get; set; } = null!;

    [Inject]
    private AskingDoor Asking { get; set; } = null!;

    [Inject]
    private DraftDesk Drafts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private AddressBar Address { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [Inject]
    private Here Here { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        Here.Changed -= OnPeople;
        await CloseAsync();
        _sending.Dispose();
    }

    protected override void OnInitialized() => Here.Changed += OnPeople;

    protected override async Task OnParametersSetAsync()
    {
        var grouping = SceneWords.Of(SceneWords.ToGrouping(Grouping));
        var notation = Notation == "classic" ? "classic" : "modern";
        if (_session is { } open && Access is { } given && given.ModelId == Id && given.May(Right.Edit) != open.CanEdit) await ReopenAsync();
        if (_model != Id || _grouping != grouping || (_session is null && _problem is null && !_isOpening)) await OpenAsync(grouping);
        if (_notation != notation && _canvas is not null) await _canvas.UseNotationAsync(notation);
        _notation = notation;
        // Until the address holds what was chosen on the canvas, it tells of an earlier choice.
        if (!Address.IsSettled) return;
        await FollowOverlayAsync();
        await FollowSelectionAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The session may be there before its canvas is rendered.
        if (_session is not { } session || ReferenceEquals(_mounted, session) || _host.Id is null) return;
        _mounted = session;
        try
        {
            var canvas = await DiagramInterop.MountAsync(Script, _host, session, new(OnSelectionAsync, OnDetailsAsync, OnViewAsync), new(session.CanEdit, _notation, $"diagram-{Id}-{_grouping}", CanvasView.Parse(View), [.. _selected.Select(id => id.ToString())]));
            _canvas = canvas;
            session.Follow(OnDelta);
            // What happened between the fetch and now; the browser knows whether it has that already.
            await canvas.CatchUpAsync(session.Scene.Sequence);
            if (_laid is { } laid) await canvas.LayOverAsync(laid);
            (_marks, _part) = ([], "");
            await ShowPeopleAsync();
        }
        catch (JSException failed)
        {
            _drawFailure = $"The diagram could not be drawn: {failed.Message.Split('\n')[0]}";
            StateHasChanged();
        }
        catch (JSDisconnectedException)
        {
            // Whoever opened it has left before it was drawn.
        }
    }

    /// <summary>Parameters may be set again meanwhile: a second session would take the place of the element in which the first is being drawn.</summary>
    private async Task OpenAsync(string grouping)
    {
        (_model, _grouping) = (Id, grouping);
        if (_isOpening) return;
        _isOpening = true;
        try
        {
            (Guid, string) seated;
            do
            {
                seated = (_model, _grouping);
                await SeatAsync(_grouping);
            }
            while (seated != (_model, _grouping));
        }
        finally
        {
            _isOpening = false;
        }
    }

    private async Task SeatAsync(string grouping)
    {
        await CloseAsync();
        (_problem, _drawFailure, _said) = (null, null, null);
        _session = await Sessions.OpenAsync(SessionClaims.CallerOf((await Person).User), Id, SceneWords.ToGrouping(grouping), Asking, new(Drafts, Id));
        // Its person may have left while it was opened.
        if (_isGone) await CloseAsync();
        if (_session is null)
        {
            _problem = "There is no such model.";
            return;
        }

        _session.Listener = OnSpokeAsync;
        _name = Frame.ModelName = _session.ModelName;
        _isEmpty = IsEmpty(_session);
        _undo = await _session.UndoStackAsync();
    }

    private async Task CloseAsync()
    {
        if (_canvas is not null) await _canvas.DisposeAsync();
        if (_session is not null) await _session.DisposeAsync();
        (_canvas, _session, _mounted, _host) = (null, null, null, default);
    }

    private Task ReopenAsync() => OpenAsync(_grouping);

    private static bool IsEmpty(DiagramSession session) => session.Scene is { Components.IsEmpty: true, Boundaries.IsEmpty: true };

    private Task OnDetailsAsync(EntityRef element) => InvokeAsync(() => Address.Open(element.Kind, element.Id));

    private Task OnViewAsync(CanvasView view, CanvasPart? seen) => InvokeAsync(() =>
    {
        if (seen is not null) Here.See(seen.ToString());
        Address.Set("view", view.ToString());
    });

    private Task OnSpokeAsync(Said said) => InvokeAsync(() =>
    {
        _said = said;
        StateHasChanged();
    });

    private void OnDelta(SceneDelta delta) => _ = InvokeAsync(() => SendAsync(delta));

    /// <summary>One after another, since the browser refuses a delta that does not follow.</summary>
    private async Task SendAsync(SceneDelta delta)
    {
        if (_canvas is not { } canvas || _session is not { } session) return;
        await _sending.WaitAsync();
        try
        {
            if (delta.Count > SceneDelta.MostElements) await canvas.ReloadAsync();
            else await canvas.ApplyAsync(delta);
            _isEmpty = IsEmpty(session);
            _undo = await session.UndoStackAsync();
            StateHasChanged();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone; so is the need to tell it.
        }
        finally
        {
            _sending.Release();
        }
    }

    private Task RunAsync(string command) => _canvas?.RunAsync(command) ?? Task.CompletedTask;

    private void UseGrouping(string grouping) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?> { ["grouping"] = grouping == "compute" ? grouping : null, ["view"] = null }));

    private void UseNotation(string notation) => Address.Set("notation", notation == "classic" ? notation : null);

    private Task UndoAsync() => _session?.UndoAsync() ?? Task.CompletedTask;

    private Task RedoAsync() => _session?.RedoAsync() ?? Task.CompletedTask;
}
