using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Door;
using ThreatBoard.Data.Listing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Data;

/// <summary>The models of a workspace: made, listed, named, tagged, put away and copied.</summary>
public sealed class WorkspaceModels
{
    private readonly IDbContextFactory<ThreatBoardDb> _databases;
    private readonly Access _access;
    private readonly ModelStore _store;
    private readonly ModelTables _tables;
    private readonly TimeProvider _clock;

    internal WorkspaceModels(IDbContextFactory<ThreatBoardDb> databases, Access access, ModelStore store, ModelTables tables, TimeProvider clock) =>
        (_databases, _access, _store, _tables, _clock) = (databases, access, store, tables, clock);

    /// <summary>Makes a model with three actors and two diagrams.</summary>
    /// <exception cref="ArgumentException">The name is empty or too long; the message says so.</exception>
    public async Task<ModelAccess> CreateAsync(WorkspaceAccess workspace, string name, string description, ValueSet<string> tags, CancellationToken cancel)
    {
        var access = await AddAsync(workspace, name, description, tags, cancel);
        await FillAsync(access, new(StartingContent.Of(_clock), Setter.Person, "New model"), cancel);
        return access;
    }

    /// <summary>Makes a copy under new ids; comments, journal and revisions are not copied. Into another workspace owners go as names, and both audits say so.</summary>
    /// <exception cref="ArgumentException">The name is empty or too long; the message says so.</exception>
    public async Task<ModelAccess> DuplicateAsync(ModelAccess model, WorkspaceAccess workspace, string name, CancellationToken cancel)
    {
        model.Require(Right.Read);
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var row = await db.Models.SingleAsync(m => m.Id == model.ModelId, cancel);
        var slice = new Slice(db, _tables, model.ModelId);
        await slice.LoadEverythingAsync(cancel);
        var copy = Copy.Of(slice.Content, _ => Guid.CreateVersion7(_clock.GetUtcNow()), shape => shape.Part is not ModelPart.Record);
        if (model.WorkspaceId != workspace.WorkspaceId) copy = NewOwners.AsNames(copy);
        var access = await AddAsync(workspace, name, row.Description, row.Tags, cancel, model.WorkspaceId == workspace.WorkspaceId ? null : (model.WorkspaceId, row.Name));
        await CopySnapshotsAsync(db, model, access, cancel);
        await FillAsync(access, new(Comparison.Between(ModelContent.Empty, copy), Setter.Anyone, $"Copy of {row.Name}"), cancel);
        return access;
    }

    public Task RenameAsync(ModelAccess model, string name, CancellationToken cancel) =>
        UpdateAsync(model, ModelText.Name(name), rows => rows.ExecuteUpdateAsync(set => set.SetProperty(m => m.Name, name).SetProperty(m => m.UpdatedAt, Now()), cancel));

    public Task DescribeAsync(ModelAccess model, string description, CancellationToken cancel) =>
        UpdateAsync(model, ModelText.Description(description), rows => rows.ExecuteUpdateAsync(set => set.SetProperty(m => m.Description, description).SetProperty(m => m.UpdatedAt, Now()), cancel));

    public Task TagAsync(ModelAccess model, ValueSet<string> tags, CancellationToken cancel) =>
        UpdateAsync(model, Limits.OfTags(tags), rows => rows.ExecuteUpdateAsync(set => set.SetProperty(m => m.Tags, tags).SetProperty(m => m.UpdatedAt, Now()), cancel));

    /// <summary>Archived models are read-only and hidden from the list until they are brought back.</summary>
    public Task ArchiveAsync(ModelAccess model, bool archived, CancellationToken cancel)
    {
        DateTimeOffset? at = archived ? Now() : null;
        return UpdateAsync(model, problem: null, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(m => m.ArchivedAt, at), cancel));
    }

    /// <summary>The models of the workspace, the last changed first.</summary>
    public async Task<IReadOnlyList<ModelSummary>> ListAsync(WorkspaceAccess workspace, bool archived, CancellationToken cancel)
    {
        workspace.Require(Right.Read);
        await using var db = await _databases.CreateDbContextAsync(cancel);
        return await Summaries(db, db.Models.Where(m => m.WorkspaceId == workspace.WorkspaceId && (m.ArchivedAt != null) == archived)).ToListAsync(cancel);
    }

    /// <summary>The models of several workspaces, the last changed first.</summary>
    public async Task<IReadOnlyList<ModelSummary>> ListAsync(IReadOnlyCollection<WorkspaceAccess> workspaces, bool archived, CancellationToken cancel)
    {
        foreach (var workspace in workspaces) workspace.Require(Right.Read);
        Guid[] ids = [.. workspaces.Select(workspace => workspace.WorkspaceId)];
        await using var db = await _databases.CreateDbContextAsync(cancel);
        return await Summaries(db, db.Models.Where(m => ids.Contains(m.WorkspaceId) && (m.ArchivedAt != null) == archived)).ToListAsync(cancel);
    }

    public async Task<ModelSummary> GetAsync(ModelAccess model, CancellationToken cancel)
    {
        await using var db = await _databases.CreateDbContextAsync(cancel);
        return await Summaries(db, db.Models.Where(m => m.Id == model.ModelId)).SingleAsync(cancel);
    }

    private static IQueryable<ModelSummary> Summaries(ThreatBoardDb db, IQueryable<ModelRow> models) =>
        from m in models
        join room in db.Workspaces on m.WorkspaceId equals room.Id
        orderby m.UpdatedAt descending, m.Id
        select new ModelSummary(
            m.Id, m.Name, m.Description, m.Tags, m.ArchivedAt != null, m.CreatedAt, m.UpdatedAt,
            db.Components.Count(c => EF.Property<Guid>(c, "ModelId") == m.Id),
            db.Flows.Count(f => EF.Property<Guid>(f, "ModelId") == m.Id),
            db.Threats.Count(t => EF.Property<Guid>(t, "ModelId") == m.Id
                && (EF.Property<ThreatStatus>(t, "Status") == ThreatStatus.Open || EF.Property<ThreatStatus>(t, "Status") == ThreatStatus.Assessed || EF.Property<ThreatStatus>(t, "Status") == ThreatStatus.InTreatment)),
            db.Threats.Where(t => EF.Property<Guid>(t, "ModelId") == m.Id).Max(t => (int?)EF.Property<int>(t, "ResidualScore")) ?? 0,
            db.Revisions.Count(r => r.ModelId == m.Id))
        {
            WorkspaceId = m.WorkspaceId,
            Workspace = room.Name,
            Bands = room.Bands,
        };

    private static async Task CopySnapshotsAsync(ThreatBoardDb db, ModelAccess from, ModelAccess to, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO snapshot (model_id, sha256, bytes, stored_at) SELECT {to.ModelId}, sha256, bytes, stored_at FROM snapshot WHERE model_id = {from.ModelId}", cancel);

    // The owners of the one learn that a copy leaves, those of the other where it comes from; no copy exists of which they did not.
    private async Task TellBothAsync(ThreatBoardDb db, (Guid Workspace, string Model) from, WorkspaceAccess to, string copy, CancellationToken cancel)
    {
        var room = await db.Workspaces.Where(workspace => workspace.Id == from.Workspace).Select(workspace => workspace.Name).SingleAsync(cancel);
        await SecurityAudit.AppendAsync(db, AuditEvent.By(to, AuditKind.Exported, ("model", from.Model), ("to workspace", to.Workspace.Name)) with { Workspace = from.Workspace }, _clock, cancel);
        await SecurityAudit.AppendAsync(db, AuditEvent.By(to, AuditKind.Imported, ("model", copy), ("from workspace", room)), _clock, cancel);
    }

    private async Task<ModelAccess> AddAsync(WorkspaceAccess workspace, string name, string description, ValueSet<string> tags, CancellationToken cancel, (Guid Workspace, string Model)? from = null)
    {
        workspace.Require(Right.Edit);
        if ((ModelText.Name(name) ?? ModelText.Description(description) ?? Limits.OfTags(tags)) is { } problem) throw new ArgumentException(problem, nameof(name));
        var now = Now();
        var row = new ModelRow
        {
            Id = Guid.CreateVersion7(now),
            WorkspaceId = workspace.WorkspaceId,
            Name = name,
            Description = description,
            Tags = tags,
            CreatedAt = now,
            UpdatedAt = now,
        };
        await using var db = await _databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        if (from is { } elsewhere) await TellBothAsync(db, elsewhere, workspace, name, cancel);
        await transaction.CommitAsync(cancel);
        return await _access.ForAsync(Caller.OfProcess(workspace.Person.Id), row.Id, Right.Edit, cancel) ?? throw new InvalidOperationException("The new model cannot be reached.");
    }

    private async Task FillAsync(ModelAccess access, Intent.Edit content, CancellationToken cancel)
    {
        var outcome = await _store.ApplyAsync(access, content, OperationId.New(_clock), cancel);
        if (outcome is not Outcome.Applied) throw new InvalidOperationException($"The model's first content was not taken: {outcome}");
    }

    private async Task UpdateAsync(ModelAccess model, string? problem, Func<IQueryable<ModelRow>, Task<int>> update)
    {
        model.Require(Right.Edit);
        if (problem is not null) throw new ArgumentException(problem, nameof(model));
        await using var db = await _databases.CreateDbContextAsync();
        await update(db.Models.Where(m => m.Id == model.ModelId));
    }

    private DateTimeOffset Now() => _clock.GetUtcNow().ToMicroseconds();
}
