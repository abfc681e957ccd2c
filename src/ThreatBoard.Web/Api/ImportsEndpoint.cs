using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Importing;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Web.Api;

/// <summary>Takes manifests from a program and leaves a change set for a person to accept; the model itself stays as it is.</summary>
internal static class ImportsEndpoint
{
    public static async Task<IResult> PostAsync(
        HttpContext http, Guid id, [AsParameters] ImportQuery query, Access access, ProposalStore proposals, StoreReading store, SecurityAudit audit)
    {
        var caller = TokenAuthentication.CallerOf(http);
        if (await access.ForAsync(caller, id, Right.Import, http.RequestAborted) is not { } allowed) return Problems.NoSuchModel();
        var (request, problem) = await ImportRequest.ReadAsync(http, query.Text, query.Choices);
        if (request is null) return problem!;
        var key = request.RequestKey;
        if (key is not null && await proposals.RequestedAsync(allowed, key.Key, http.RequestAborted) is { } before) return Answer(before, key);
        // The reader is pure and may take a second: other requests go on meanwhile.
        var reading = await Task.Run(() => ManifestReader.Read([request.Upload], choices: request.Choices), http.RequestAborted);
        var report = ReadingReport.Of(reading);
        if (report.ObjectCount == 0) return Problems.NotUnderstood("The body holds no Kubernetes object that could be read.", [.. report.Problems.Select(p => p.ToString())]);
        var open = FileChoice.Of(reading.Variants).Where(choice => !choice.IsDecided).ToList();
        if (open.Count > 0) return Problems.Ambiguous([.. open.Select(choice => choice.ToString())]);
        var import = await store.RunAsync(allowed, request.Source, reading, http.RequestAborted, key);
        await audit.AppendAsync(Told(allowed, import, http), http.RequestAborted);
        return Answer(import, key);
    }

    private static IResult Answer(ImportProposal import, RequestKey? key) =>
        key is not null && !key.Digest.AsSpan().SequenceEqual(import.RequestDigest) ? Problems.KeyReused()
        : TypedResults.Created((string?)null, AsTold(import));

    private static ApiImport AsTold(ImportProposal import)
    {
        var report = ImportDecisions.Read(import.Decisions).Report;
        return new(
            import.Id, import.ModelId, import.SourceName, import.Cluster, import.Environment, import.State.ToString().ToLowerInvariant(),
            $"/models/{import.ModelId}/sources/{import.SourceId}/changes", report.ObjectCount, [.. report.Problems.Select(problem => problem.ToString())]);
    }

    private static AuditEvent Told(ModelAccess access, ImportProposal import, HttpContext http) =>
        new(AuditKind.Imported, access.Person.Id, access.WorkspaceId, http.Connection.RemoteIpAddress?.ToString())
        {
            Detail = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["model"] = access.ModelId.ToString(),
                ["import"] = import.Id.ToString(),
                ["token"] = TokenAuthentication.CallerOf(http).Token?.ToString() ?? "",
            },
        };
}
