using Microsoft.AspNetCore.Components;
using ThreatBoard.Data.Drafts;
using ThreatBoard.Domain.Assessing;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Details;

/// <summary>The risk of a threat in its panel: judged, or taken over from the rule, with the digest of what was looked at.</summary>
public sealed partial class RiskSection
{
    private const string Form = "assessment";

    private readonly PressOnce _once = new();
    private Rating? _rating;
    private AssessmentSource _source;
    private string _why = "";
    private string? _problem;
    private Assessment? _base;
    private Draft? _draft;
    private Id<Threat>? _of;

    [CascadingParameter]
    public required DetailScope Scope { get; set; }

    [CascadingParameter]
    public DraftSheet? Drafts { get; set; }

    [Parameter, EditorRequired]
    public required Threat Threat { get; set; }

    [Parameter, EditorRequired]
    public required ThreatState State { get; set; }

    private bool IsChanged => _rating is not null && (_rating, _why, _source) != (_base?.ToRating(), _base?.Justification ?? "", _base?.Source ?? AssessmentSource.Judgement);

    private bool IsOutdated => Assess.IsOutdated(Scope.Content, Threat);

    private string Judged => (Threat.Assessment, Threat.Suggested) switch
    {
        ({ Source: AssessmentSource.Suggestion }, _) => "taken over from the rule",
        ({ }, _) => "judged",
        (null, { }) when Threat.Verdict.Answer is Answer.CannotTell => "not counted: the rule cannot tell",
        (null, { }) => "as the rule suggests; judged by nobody yet",
        _ => "nobody has rated it yet: click a cell",
    };

    protected override void OnParametersSet()
    {
        // What somebody else saved meanwhile takes nothing away from what is being written here: it is asked about when this is saved.
        if (_of == Threat.Id && (_base == Threat.Assessment || IsChanged)) return;
        var opened = _of != Threat.Id;
        _of = Threat.Id;
        Reset();
        if (opened && Drafts?.FormOf<AssessmentDraft>(Form) is { } left) (_rating, _why, _base, _source, _draft) = (left.Rating, left.Why, left.Base, left.Source, Drafts.Of(Form));
    }

    private Task ChooseAsync(Rating rating, AssessmentSource source)
    {
        (_rating, _source) = (rating, source);
        return KeepDraftAsync();
    }

    private Task KeepDraftAsync() =>
        Drafts is null ? Task.CompletedTask : IsChanged ? Drafts.KeepFormAsync(Form, new AssessmentDraft(_rating!, _why, _base, _source)) : Drafts.DropAsync(Form);

    private void Reset() =>
        (_base, _rating, _why, _source, _problem, _draft) = (Threat.Assessment, Threat.Assessment?.ToRating(), Threat.Assessment?.Justification ?? "", Threat.Assessment?.Source ?? AssessmentSource.Judgement, null, null);

    private Task ResetAsync()
    {
        Reset();
        return Drafts?.DropAsync(Form) ?? Task.CompletedTask;
    }

    private async Task SaveAsync()
    {
        var seen = Threat with { Assessment = _base };
        var taken = _source is AssessmentSource.Suggestion && _rating == Threat.Suggested ? Assess.BySuggestion(Scope.Content, seen, _why.Trim(), seen.Actor) : null;
        var change = taken ?? Assess.By(Scope.Content, seen, _rating!.Likelihood, _rating.Impact, _why.Trim(), seen.Actor);
        _problem = await Scope.Edits.SaveAsync(change.Before!, change.After!);
        if (_problem is null) await ResetAsync();
    }

    /// <summary>Looked at again, and judged as before.</summary>
    private async Task ConfirmAsync() =>
        _problem = await Scope.Edits.SaveAsync(Threat, Threat with { Assessment = Threat.Assessment! with { LookedAt = Assess.LookedAt(Scope.Content, Threat) } });

    private async Task WithdrawAsync() => _problem = await Scope.Edits.SaveAsync(Threat, Threat with { Assessment = null });
}
