using Microsoft.AspNetCore.Components;
using ThreatBoard.Domain.Controls;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Details;

/// <summary>The controls of one element in its panel; what a boundary asks of whatever enters it has a section of its own.</summary>
public sealed partial class ControlsSection
{
    private const string Form = "another control";

    private readonly PressOnce _once = new();
    private List<Control> _controls = [];
    private string _name = "";
    private string? _problem;

    [CascadingParameter]
    public required DetailScope Scope { get; set; }

    [CascadingParameter]
    public DraftSheet? Drafts { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    protected override void OnInitialized() => _name = Drafts?.Of(Form)?.Text ?? "";

    protected override void OnParametersSet() =>
        _controls = [.. Scope.Graph.ControlsOf(Scope.Self).Where(c => !IsDemand(c)).OrderByDescending(c => c.Demand is ControlDemand.Required).ThenBy(c => c.Name, StringComparer.OrdinalIgnoreCase)];

    private bool IsDemand(Control control) => Scope.Self.Is<Boundary>() && EntryDemand.Named(control.Name) is not null;

    private static string Mark(Control control) => (control.Demand, control.State.Presence) switch
    {
        (_, ControlPresence.Present) => "present",
        (ControlDemand.Required, ControlPresence.Absent) => "missing",
        (ControlDemand.Required, ControlPresence.Unknown) => "asked",
        _ => "",
    };

    /// <summary>The threat as which a rule stored that required controls of this element are missing.</summary>
    private Threat? ThreatOf(Control control) => Scope.Content.All<Threat>().FirstOrDefault(threat =>
        threat.Subject.Ref == Scope.Self && threat.Verdict.Answer is Answer.Found && threat.Evidence.Any(seen => seen.Object == control.Name));

    private async Task SetDemandAsync(Control control, ChangeEventArgs chosen) =>
        _problem = await Scope.Edits.SaveAsync(control, control with { Demand = Choices.To<ControlDemand>((string)chosen.Value!) });

    private async Task SetPresenceAsync(Control control, ChangeEventArgs chosen) =>
        _problem = await Scope.Edits.SaveAsync(control, control with { State = control.State with { Presence = Choices.To<ControlPresence>((string)chosen.Value!) } });

    private async Task AddAsync()
    {
        _problem = await Scope.Edits.AddAsync(new Control { Id = Id<Control>.New(Clock), Of = Scope.Self, Name = _name.Trim(), Demand = ControlDemand.Required });
        if (_problem is not null) return;
        _name = "";
        await KeepDraftAsync();
    }

    private Task KeepDraftAsync() =>
        Drafts is null ? Task.CompletedTask : _name.Length > 0 ? Drafts.KeepAsync(Form, _name, "") : Drafts.DropAsync(Form);
}
