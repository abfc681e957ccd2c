namespace ThreatBoard.Web.Features.Threats;

/// <summary>Conditions that the filter offers.</summary>
public static class ThreatHints
{
    /// <summary>One click each, with the number of threats that they would leave.</summary>
    public static IReadOnlyList<(string Token, string Words)> Quick { get; } =
    [
        ("status:open", "Open"),
        ("risk>=high", "High and worse"),
        ("rated:rule", "Not assessed"),
        ("owner:me", "Mine"),
        ("owner:none", "Nobody's"),
        ("due:overdue", "Overdue"),
    ];

    public static IReadOnlyList<string> All { get; } =
    [
        "status:open", "status:closed", "status:untouched", "status:assessed", "status:in-treatment", "status:mitigated", "status:accepted", "status:resolved-by-change",
        "risk>=critical", "risk>=high", "risk>=medium", "inherent>=high", "owner:me", "owner:none",
        "stride:spoofing", "stride:tampering", "stride:repudiation", "stride:information-disclosure", "stride:denial-of-service", "stride:elevation-of-privilege",
        "source:rule", "source:workshop", "source:penetration-test", "source:incident", "found:new", "rated:rule", "rated:person", "rated:nobody",
        "treatment:undecided", "due:overdue", "due:none", "exposure<=1", "subject:", "in:", "rule:", "actor:", "tag:",
    ];
}
