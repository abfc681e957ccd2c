using Microsoft.AspNetCore.Components;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;

namespace ThreatBoard.Web.Features.Details;

/// <summary>The acceptances of a threat in its panel; what cannot be done says why, as the steps themselves say it.</summary>
public sealed partial class AcceptanceSection
{
    private List<Acceptance> _all = [], _open = [], _earlier = [];
    private AcceptanceDraft? _draft;
    private DateTimeOffset? _from;
    private string? _problem, _said;
    private Id<Threat>? _of;

    [CascadingParameter]
    public required DetailScope Scope { get; set; }

    [CascadingParameter]
    public DraftSheet? Drafts { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Parameter, EditorRequired]
    public required Threat Threat { get; set; }

    private DateOnly Today => Scope.Standing.Today;

    /// <summary>Why nobody can ask now, whatever they would write.</summary>
    private string? Cannot => Scope.Against(new AcceptanceDraft { Reason = "-", Expires = Today.AddDays(1) }.ToStep(Threat, default));

    protected override void OnParametersSet()
    {
        _all = [.. Scope.Content.All<Acceptance>().Where(acceptance => acceptance.Threat == Threat.Id).OrderByDescending(acceptance => acceptance.Id)];
        (_open, _earlier) = ([.. _all.Where(acceptance => acceptance.IsOpen)], [.. _all.Where(acceptance => !acceptance.IsOpen)]);
        if (_of == Threat.Id) return;
        (_of, _problem, _said) = (Threat.Id, null, null);
        (_draft, _from) = (Drafts?.FormOf<AcceptanceDraft>(AcceptanceDraft.Form), Drafts?.Of(AcceptanceDraft.Form)?.UpdatedAt);
    }

    private bool IsRenewed(Acceptance earlier) => _all.Any(later => later.Renews == earlier.Id);

    private void Begin(Acceptance? before) => (_draft, _problem, _said) = (AcceptanceDraft.From(before, Threat, Today), null, null);

    private void Said(string? problem) => _said = problem;

    private async Task AskAsync()
    {
        _problem = await Scope.Edits.TakeAsync(_draft!.ToStep(Threat, Id<Acceptance>.New(Clock)));
        if (_problem is null) await EndAsync();
    }

    private Task KeepDraftAsync() => Drafts?.KeepFormAsync(AcceptanceDraft.Form, _draft) ?? Task.CompletedTask;

    private Task EndAsync()
    {
        (_draft, _from, _problem) = (null, null, null);
        return Drafts?.DropAsync(AcceptanceDraft.Form) ?? Task.CompletedTask;
    }
}
