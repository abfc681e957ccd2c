using ThreatBoard.Domain.Acceptances;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Features.Details;

/// <summary>An acceptance that somebody is about to ask for, or to renew.</summary>
public sealed class AcceptanceDraft
{
    /// <summary>Under which name it is kept.</summary>
    public const string Form = "acceptance";

    private const int UsualMonths = 6;

    public string Reason { get; set; } = "";

    /// <summary>What makes up for the missing mitigation; may be empty.</summary>
    public string Controls { get; set; } = "";

    public DateOnly? Expires { get; set; }

    /// <summary>Starts from what it goes on from.</summary>
    public static AcceptanceDraft From(Acceptance? before, Threat threat, DateOnly today) => new()
    {
        Reason = before?.Terms.Reason ?? (threat.Treatment.Kind is TreatmentKind.Accept ? threat.Treatment.Reason : ""),
        Controls = before?.Terms.Controls ?? "",
        Expires = today.AddMonths(UsualMonths),
    };

    /// <summary>The step that asks for it.</summary>
    public RequestAcceptance ToStep(Threat threat, Id<Acceptance> id) => new(id, threat.Id, new(Reason.Trim(), Controls.Trim(), Expires ?? default));
}
