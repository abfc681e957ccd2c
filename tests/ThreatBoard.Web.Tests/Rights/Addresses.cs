namespace ThreatBoard.Web.Tests.Rights;

/// <summary>Every page and endpoint with those to whom it opens. One that is missing here fails the build: say it, and the matrix tries it.</summary>
internal static class Addresses
{
    /// <summary>Routes of pages, as their <c>@page</c> says.</summary>
    public static IReadOnlyDictionary<string, Opens> Pages { get; } = new Dictionary<string, Opens>(StringComparer.Ordinal)
    {
        ["/"] = Opens.ToThoseSignedIn,
        ["/account"] = Opens.ToThoseSignedIn,
        ["/account/tokens"] = Opens.ToThoseSignedIn,
        ["/audit"] = Opens.ToAdministrators,
        ["/error"] = Opens.ToEveryone,
        ["/health"] = Opens.ToThoseSignedIn,
        ["/forgot"] = Opens.ToEveryone,
        ["/import"] = Opens.ToThoseSignedIn,
        ["/join"] = Opens.ToEveryone,
        ["/login"] = Opens.ToEveryone,
        ["/login/refused"] = Opens.ToEveryone,
        ["/login/recovery"] = Opens.ToEveryone,
        ["/login/second"] = Opens.ToEveryone,
        ["/logout"] = Opens.ToThoseSignedIn,
        ["/models"] = Opens.ToThoseSignedIn,
        ["/models/new"] = Opens.ToThoseSignedIn,
        ["/models/new/import"] = Opens.ToThoseSignedIn,
        ["/models/new/sample"] = Opens.ToThoseSignedIn,
        ["/models/{Id:guid}"] = Opens.ToReaders,
        ["/models/{Id:guid}/acceptances"] = Opens.ToReaders,
        ["/models/{Id:guid}/questions"] = Opens.ToReaders,
        ["/models/{Id:guid}/assess"] = Opens.ToReaders,
        ["/models/{Id:guid}/diagram"] = Opens.ToReaders,
        ["/models/{Id:guid}/import"] = Opens.ToReaders,
        ["/models/{Id:guid}/inventory"] = Opens.ToReaders,
        ["/models/{Id:guid}/iterations"] = Opens.ToReaders,
        ["/models/{Id:guid}/iterations/coverage"] = Opens.ToReaders,
        ["/models/{Id:guid}/mitigations"] = Opens.ToReaders,
        ["/models/{Id:guid}/revisions"] = Opens.ToReaders,
        ["/models/{Id:guid}/revisions/{Range}"] = Opens.ToReaders,
        ["/models/{Id:guid}/revisions/{Range}/diagram"] = Opens.ToReaders,
        ["/models/{Id:guid}/revisions/{Range}/journal"] = Opens.ToReaders,
        ["/models/{Id:guid}/revisions/{Range}/risk"] = Opens.ToReaders,
        ["/models/{Id:guid}/sources"] = Opens.ToReaders,
        ["/models/{Id:guid}/sources/{Source:guid}/changes"] = Opens.ToReaders,
        ["/models/{Id:guid}/threats"] = Opens.ToReaders,
        ["/models/{Id:guid}/workshop"] = Opens.ToReaders,
        ["/not-found"] = Opens.ToEveryone,
        ["/setup"] = Opens.ToEveryone,
        ["/people"] = Opens.ToAdministrators,
        ["/reset"] = Opens.ToEveryone,
        ["/rules"] = Opens.ToThoseSignedIn,
        ["/inbox"] = Opens.ToThoseSignedIn,
        ["/workspaces"] = Opens.ToThoseSignedIn,
        ["/workspaces/{Id:guid}"] = Opens.ToMembers,
        ["/workspaces/{Id:guid}/audit"] = Opens.ToMembers,
    };

    /// <summary>Endpoints that are no pages, by method and route.</summary>
    public static IReadOnlyDictionary<string, Opens> Endpoints { get; } = new Dictionary<string, Opens>(StringComparer.Ordinal)
    {
        ["GET /api/v1/models"] = Opens.ToTokens,
        ["POST /api/v1/models/{id:guid}/imports"] = Opens.ToTokens,
        ["GET /audit/export.csv"] = Opens.ToAdministrators,
        ["GET /health/live"] = Opens.ToEveryone,
        ["GET /health/ready"] = Opens.ToEveryone,
        ["GET /models/{id:guid}/diagram/scene"] = Opens.ToReaders,
        ["GET /models/{id:guid}/revisions/{range}/export.csv"] = Opens.ToReaders,
        ["GET /models/{id:guid}/revisions/{range}/export.json"] = Opens.ToReaders,
        ["GET /models/{id:guid}/revisions/{range}/export.md"] = Opens.ToReaders,
        ["GET /models/{id:guid}/revisions/{range}/scene"] = Opens.ToReaders,
        ["GET /openapi/{documentName}.json"] = Opens.ToThoseSignedIn,
        ["POST /login/code"] = Opens.ToEveryone,
        ["POST /login/confirm"] = Opens.ToEveryone,
        ["POST /login/password"] = Opens.ToEveryone,
        ["POST /login/recovery-code"] = Opens.ToEveryone,
        ["POST /logout/confirm"] = Opens.ToThoseSignedIn,
        ["GET /_blazor/negotiate"] = Opens.ToThoseSignedIn,
        ["GET /_blazor"] = Opens.ToThoseSignedIn,
    };
}
