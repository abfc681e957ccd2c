using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Listing;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Web.Features.Import;

/// <summary>The model that an import goes to: one that is there, or a new one that the import makes.</summary>
public sealed class ImportTarget(PersonAccess access, LiveModels models, WorkspaceModels workspace, StoreReading store, ProposalStore proposals)
{
    /// <summary>Null where there is no such model that the person may change.</summary>
    public async Task<OpenTarget?> OpenAsync(Guid model, CancellationToken cancel)
    {
        if (await access.ForAsync(model, Right.Edit, cancel) is not { } allowed) return null;
        var content = (await models.ReadAsync(allowed, cancel)).Content;
        return new((await workspace.GetAsync(allowed, cancel)).Name, [.. content.All<Source>().OrderBy(source => source.Name, StringComparer.CurrentCulture)]);
    }

    /// <summary>What was said at the last reading of the source; nothing before its first.</summary>
    public async Task<ReadingChoices> RememberedAsync(Guid? model, string source, string cluster, CancellationToken cancel) =>
        model is { } known && await access.ForAsync(known, Right.Edit, cancel) is { } allowed && await proposals.LatestAsync(allowed, source, cluster, cancel) is { } last
            ? ImportDecisions.Read(last.Decisions).Choices : ReadingChoices.None;

    /// <summary>Stores the reading to wait for a decision; the model is made first where there is none.</summary>
    /// <param name="inWorkspace">Where a new model is made; null for the first that the person may edit.</param>
    public async Task<StoredImport> StoreAsync(Guid? model, Guid? inWorkspace, string newName, SourceText source, ManifestReading reading, CancellationToken cancel)
    {
        if (source.Problem is { } problem) return StoredImport.Failed(problem);
        if (model is null && ModelText.Name(newName) is { } unnamed) return StoredImport.Failed(unnamed);
        var allowed = model is { } known ? await access.ForAsync(known, Right.Edit, cancel) : await MakeAsync(inWorkspace, newName, cancel);
        if (allowed is null) return StoredImport.Failed("You may not change this model.");
        var import = await store.RunAsync(allowed, source, reading, cancel);
        return new(allowed.ModelId, import.SourceId, Problem: null);
    }

    private async Task<ModelAccess?> MakeAsync(Guid? inWorkspace, string name, CancellationToken cancel) =>
        await access.ForWorkspaceAsync(inWorkspace, Right.Edit, cancel) is { } allowed ? await workspace.CreateAsync(allowed, name.Trim(), "", [], cancel) : null;
}

/// <summary>What the form shows of a model.</summary>
public sealed record OpenTarget(string Name, IReadOnlyList<Source> Sources);

/// <summary>Where the change set waits, or why there is none.</summary>
public sealed record StoredImport(Guid Model, Guid Source, string? Problem)
{
    public static StoredImport Failed(string problem) => new(default, default, problem);
}
