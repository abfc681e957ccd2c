using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Drafts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Threats;

/// <summary>What can be done with many threats at once.</summary>
public enum BulkAct
{
    Edit,
    Copy,
    Move,
    Merge,
}

/// <summary>Edits, copies, moves or merges the selected threats, each as one entry that can be taken back.</summary>
public sealed partial class BulkBar
{
    private readonly PressOnce _once = new();
    private string _treatment = "", _reason = "", _to = "", _tags = "", _tagsGone = "";
    private Owner? _owner;
    private DateOnly? _due;
    private bool _clearDue, _draftIsLost;
    private BulkAct _act;
    private BulkPreview _preview = BulkPreview.Nothing;
    private ImmutableArray<Threat> _all = [];
    private Draft? _draft;
    private string? _problem;

    [Parameter, EditorRequired]
    public required OpenModel Model { get; set; }

    [Parameter, EditorRequired]
    public required IEnumerable<Threat> Selected { get; set; }

    /// <summary>Raised when the selection is done with.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    /// <summary>Raised with what was written, before <see cref="OnDone"/>.</summary>
    [Parameter]
    public EventCallback<Outcome.Applied> OnApplied { get; set; }

    [CascadingParameter]
    public DraftSheet? Drafts { get; set; }

    private BulkDraft Typed => new(_treatment, _reason, _to, _owner, _due, _clearDue, _tags, _tagsGone, _all.Length <= BulkDraft.MostThreats ? [.. _all.Select(threat => threat.Id.Value)] : []);

    private string Said => Typed.IsEmpty
        ? "Choose what to set."
        : $"{_preview.Changes.Length} would change, {_preview.Unchanged} are so already{(_preview.Refused.Length > 0 ? $", {_preview.Refused.Length} cannot and are left out" : "")}.";

    protected override void OnInitialized()
    {
        if (Drafts?.FormOf<BulkDraft>(BulkDraft.Form) is { } left)
            (_treatment, _reason, _to, _owner, _due, _clearDue, _tags, _tagsGone, _draft) = (left.Treatment, left.Reason, left.To ?? "", left.Owner, left.Due, left.ClearDue, left.Tags, left.TagsGone ?? "", Drafts.Of(BulkDraft.Form));
    }

    protected override void OnParametersSet()
    {
        _all = [.. Selected];
        Look();
    }

    private static string Words(BulkAct act) => act switch
    {
        BulkAct.Edit => "Edit",
        BulkAct.Merge => "Merge",
        _ => $"{act} to…",
    };

    private void Look() => _preview = Typed.IsEmpty ? BulkPreview.Nothing with { Unchanged = _all.Length } : Typed.ToEdit().Preview(Model.Content, _all);

    private void Back() => _act = BulkAct.Edit;

    private async Task<string?> Own(Owner? chosen)
    {
        _owner = chosen;
        await KeepDraftAsync();
        return null;
    }

    private async Task KeepDraftAsync()
    {
        Look();
        if (Drafts is null) return;
        if (Typed.IsEmpty) await Drafts.DropAsync(BulkDraft.Form);
        else _draftIsLost = !await Drafts.KeepFormAsync(BulkDraft.Form, Typed);
    }

    private async Task EndAsync()
    {
        if (Drafts is not null) await Drafts.DropAsync(BulkDraft.Form);
        await OnDone.InvokeAsync();
    }

    private async Task SaveAsync()
    {
        if (_preview.Changes.IsEmpty) return;
        _problem = await ApplyAsync([.. _preview.Changes]);
        if (_problem is null) await EndAsync();
    }

    private async Task<string?> ApplyAsync(ImmutableArray<Change> changes)
    {
        var outcome = await Model.ApplyAsync(changes);
        if (outcome is Outcome.Applied applied) await OnApplied.InvokeAsync(applied);
        return Refusals.Why(outcome);
    }
}
