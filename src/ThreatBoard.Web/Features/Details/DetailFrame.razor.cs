using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Editing;

namespace ThreatBoard.Web.Features.Details;

/// <summary>Reads one entity for the detail panel, follows the model, and gives its sections what they need.</summary>
public sealed partial class DetailFrame<T> : IDisposable
    where T : class, IEntity<T>
{
    private OpenModel? _model;
    private DetailEdits? _edits;
    private DraftSheet? _drafts;
    private DetailOf<T>? _detail;
    private (Guid Model, Guid Id) _shown;
    private bool _loaded, _failed, _isGone;

    [Parameter, EditorRequired]
    public required Guid Model { get; set; }

    [Parameter, EditorRequired]
    public required Guid Id { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<DetailOf<T>> ChildContent { get; set; }

    [Inject]
    private ModelDesk Desk { get; set; } = null!;

    [Inject]
    private DraftDesk Drafts { get; set; } = null!;

    public void Dispose() => _model?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Model, Id)) return;
        (_shown, _detail) = ((Model, Id), null);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        (_loaded, _failed) = (false, false);
        _model?.Dispose();
        try
        {
            var drafts = Drafts.OpenAsync(Model, new(ShapeOf<T>.Name, Id), (save, basedOn, text) => _edits!.SaveOverAsync(save, basedOn, text));
            _model = await Desk.OpenAsync(Model, OnMoved);
            _drafts = await drafts;
        }
        catch (DbException)
        {
            _failed = true;
            return;
        }

        _loaded = true;
        Begin();
    }

    private void Begin()
    {
        _edits = _model is not null ? new DetailEdits(ApplyAsync, TakeAsync, StateHasChanged) : null;
        Show();
    }

    private async Task<Outcome> ApplyAsync(ImmutableArray<Change> changes)
    {
        var outcome = await _model!.ApplyAsync(changes);
        // Who removes it oneself has nothing left to finish in it.
        if (outcome is Outcome.Applied applied && applied.Changes.Any(change => change.Entity.Id == Id && change.Kind is ChangeKind.Removed)) _detail = null;
        Show();
        return outcome;
    }

    private async Task<Outcome> TakeAsync(Step step)
    {
        var outcome = await _model!.TakeAsync(step);
        Show();
        return outcome;
    }

    private void OnMoved() => _ = InvokeAsync(() =>
    {
        Show();
        StateHasChanged();
    });

    /// <summary>What others remove under one's hands stays to be seen, with all that is typed into it, until the panel goes.</summary>
    private void Show()
    {
        if (_model is not { } open) return;
        var entity = open.Content.Find<T>(Id);
        _isGone = entity is null && _detail is not null;
        if (entity is not null) _detail = new(entity, new(EntityRef.To(entity), ModelGraph.Of(open.Content), _edits!, Model, open.Standing) { Owners = open.Owners, SearchOwners = open.SearchOwnersAsync });
    }
}
