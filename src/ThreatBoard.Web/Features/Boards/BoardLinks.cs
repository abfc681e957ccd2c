using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Features.Boards;

/// <summary>Where the numbers of a model's board are listed.</summary>
/// <param name="IsPast">A past day has no lists: they show today.</param>
public sealed record BoardLinks(Guid Model, bool IsPast)
{
    public string? Threats(ThreatSelection selection) => Threats(SelectionTokens.Of(selection));

    public string? Threats(string filter) => IsPast ? null : $"/models/{Model}/threats?q={Uri.EscapeDataString(filter)}";

    public string? Threat(Id<Threat> threat) => IsPast ? null : $"/models/{Model}/threats?open=threat:{threat}";

    public string? Mitigations(string filter) => IsPast ? null : $"/models/{Model}/mitigations?q={Uri.EscapeDataString(filter)}";

    public string? Mitigation(Id<Mitigation> mitigation) => IsPast ? null : $"/models/{Model}/mitigations?open=mitigation:{mitigation}";

    /// <summary>Those that wait for a decision, hold, or have ended.</summary>
    public string? Acceptances => IsPast ? null : $"/models/{Model}/acceptances";

    public string? Component(Id<Component> component) => IsPast ? null : $"/models/{Model}/inventory?open=component:{component}";
}
