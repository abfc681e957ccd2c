using Microsoft.AspNetCore.Components;
using ThreatBoard.Data.Drafts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Details;

/// <summary>The treatment of a threat in its panel, with what the chosen one would still ask for.</summary>
public sealed partial class TreatmentSection
{
    private const string Form = "treatment";

    private readonly PressOnce _once = new();
    private TreatmentKind _kind;
    private string _reason = "", _to = "";
    private string? _problem;
    private Treatment _base = Treatment.Undecided;
    private Draft? _draft;
    private Id<Threat>? _of;

    [CascadingParameter]
    public required DetailScope Scope { get; set; }

    [CascadingParameter]
    public DraftSheet? Drafts { get; set; }

    [Parameter, EditorRequired]
    public required Threat Threat { get; set; }

    private bool IsChanged => (_kind, _reason, _to) != (_base.Kind, _base.Reason, _base.To);

    private Treatment Wanted => _kind is TreatmentKind.Undecided ? Treatment.Undecided : new(_kind, _reason.Trim(), _kind is TreatmentKind.Transfer ? _to.Trim() : "");

    /// <summary>What stands against the treatment that is chosen: what is missing for it, and what it cannot replace.</summary>
    private IReadOnlyList<string> Asks =>
    [
        .. Refused,
        .. new[] { Treatment.Problem(Wanted) }.OfType<string>(),
        .. TreatmentGuard.Of(Scope.Content, Threat with { Treatment = Wanted }, Scope.Standing.Today).Select(blocker => blocker.Words),
    ];

    private IEnumerable<string> Refused
    {
        get
        {
            var wanted = Threat with { Treatment = Wanted };
            return Wanted.Kind == Threat.Treatment.Kind ? [] : Invariants.Check(Scope.Content.With(wanted), [Change.Of(Threat, wanted)])
                .Where(violation => violation.Field == Form && violation.Message != Treatment.Problem(Wanted)).Select(violation => violation.Message);
        }
    }

    protected override void OnParametersSet()
    {
        // What somebody else saved meanwhile takes nothing away from what is being written here: it is asked about when this is saved.
        if (_of == Threat.Id && (_base == Threat.Treatment || IsChanged)) return;
        var opened = _of != Threat.Id;
        _of = Threat.Id;
        Reset();
        if (opened && Drafts?.FormOf<TreatmentDraft>(Form) is { } left) (_kind, _reason, _to, _base, _draft) = (left.Kind, left.Reason, left.To, left.Base, Drafts.Of(Form));
    }

    private Task ChooseAsync(TreatmentKind kind)
    {
        _kind = kind;
        return KeepDraftAsync();
    }

    private Task KeepDraftAsync() =>
        Drafts is null ? Task.CompletedTask : IsChanged ? Drafts.KeepFormAsync(Form, new TreatmentDraft(_kind, _reason, _base, _to)) : Drafts.DropAsync(Form);

    private void Reset() => (_base, _kind, _reason, _to, _problem, _draft) = (Threat.Treatment, Threat.Treatment.Kind, Threat.Treatment.Reason, Threat.Treatment.To, null, null);

    private Task ResetAsync()
    {
        Reset();
        return Drafts?.DropAsync(Form) ?? Task.CompletedTask;
    }

    private async Task SaveAsync()
    {
        _problem = Treatment.Problem(Wanted) ?? await Scope.Edits.SaveAsync(Threat with { Treatment = _base }, Threat with { Treatment = Wanted });
        if (_problem is null) await ResetAsync();
    }
}
