namespace ThreatBoard.Browser.Tests.Pages;

/// <summary>The pages that are looked at, and where each is found; what is in braces the fixtures fill in.</summary>
public static class PageList
{
    /// <summary>Of an installation for one person.</summary>
    public static IReadOnlyDictionary<string, string> Local { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["home"] = "/",
        ["inbox"] = "/inbox",
        ["models"] = "/models",
        ["new-model"] = "/models/new",
        ["import"] = "/import",
        ["import-into-model"] = "/models/{id}/import",
        ["import-new"] = "/models/new/import",
        ["board"] = "/models/{id}",
        ["board-of-all"] = "/board",
        ["diagram"] = "/models/{id}/diagram",
        ["diagram-component"] = "/models/{id}/diagram?open={component}",
        ["inventory"] = "/models/{id}/inventory",
        ["inventory-flows"] = "/models/{id}/inventory?show=flow",
        ["threats"] = "/models/{id}/threats",
        ["threat"] = "/models/{id}/threats?open={threat}",
        ["mitigations"] = "/models/{id}/mitigations",
        ["iterations"] = "/models/{id}/iterations",
        ["acceptances"] = "/models/{id}/acceptances",
        ["questions"] = "/models/{id}/questions",
        ["coverage"] = "/models/{id}/iterations/coverage",
        ["coverage-asked"] = "/models/{id}/iterations/coverage?only=asked&at={component}",
        ["assess"] = "/models/{id}/assess",
        ["workshop"] = "/models/{id}/workshop",
        ["kubernetes"] = "/models/{id}/kubernetes",
        ["sources"] = "/models/{id}/sources",
        ["revisions"] = "/models/{id}/revisions",
        ["revision-comments"] = "/models/{id}/revisions?comments=1",
        ["restore"] = "/models/{id}/revisions/1/restore",
        ["comparison"] = "/models/{id}/revisions/1..2",
        ["comparison-diagram"] = "/models/{id}/revisions/1..2/diagram",
        ["comparison-risk"] = "/models/{id}/revisions/1..2/risk",
        ["comparison-journal"] = "/models/{id}/revisions/1..2/journal",
        ["rules"] = "/rules",
        ["health"] = "/health",
        ["account-local"] = "/account",
        ["workspace-local"] = "/workspaces/00000000-0000-7000-8000-000000000002",
        ["not-found"] = "/nothing-is-here",
    };

    /// <summary>Of a server installation, as an owner and administrator with colleagues.</summary>
    public static IReadOnlyDictionary<string, string> Team { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["inbox-entries"] = "/inbox",
        ["account"] = "/account",
        ["workspaces"] = "/workspaces",
        ["workspace"] = "/workspaces/{workspace}",
        ["workspace-audit"] = "/workspaces/{workspace}/audit",
        ["people"] = "/people",
        ["audit"] = "/audit",
        ["tokens"] = "/account/tokens",
        ["comments"] = "/models/{id}/inventory?open={component}",
        ["iterations-none"] = "/models/{id}/iterations",
        ["iterations-begin"] = "/models/{id}/iterations?begin=true",
        ["model-missing"] = "/models/00000000-0000-7000-8000-00000000abcd",
        ["workspace-missing"] = "/workspaces/00000000-0000-7000-8000-00000000abcd",
    };

    /// <summary>Of a server installation, as nobody; what a person who is logged in sees of them is static as well.</summary>
    public static IReadOnlyDictionary<string, string> Door { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["login"] = "/login",
        ["login-refused"] = "/login?problem=refused",
        ["login-second"] = "/login/second",
        ["login-second-refused"] = "/login/second?problem=refused",
        ["login-recovery"] = "/login/recovery",
        ["single-sign-on-refused"] = "/login/refused?why=provider",
        ["join"] = "/join?token={invitation}",
        ["join-too-late"] = "/join?token=used-long-ago",
        ["reset"] = "/reset?token={reset}",
        ["reset-too-late"] = "/reset?token=used-long-ago",
        ["forgot"] = "/forgot",
        ["set-up-already"] = "/setup?token=anything",
        ["error"] = "/error",
    };

    /// <summary>Shown by tests with steps of their own, and by what name their pictures begin.</summary>
    public static IReadOnlyDictionary<string, string> WithSteps { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["set-up"] = "/setup",
        ["log-out"] = "/logout",
        ["change-set"] = "/models/{id}/sources/{source}/changes",
    };

    /// <summary>Makes something and goes on to another page at once, or is only ever shown at another address.</summary>
    public static IReadOnlyList<string> NeverSeen { get; } = ["/models/new/sample", "/not-found"];
}
