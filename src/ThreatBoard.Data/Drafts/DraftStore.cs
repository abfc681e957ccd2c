using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Door;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Drafts;

/// <summary>The drafts of people, each seen by its author alone; those of others answer like missing ones.</summary>
public sealed class DraftStore(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock)
{
    /// <summary>How long a draft stays that nobody has touched.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>All drafts of the person on one entity, or on the model as a whole.</summary>
    public async Task<IReadOnlyList<Draft>> OfAsync(ModelAccess access, EntityRef on, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Mine(db, access, on).OrderBy(draft => draft.Field).ToListAsync(cancel);
    }

    /// <summary>The caller's drafts that belong to no model yet; none for whoever is signed out.</summary>
    public async Task<IReadOnlyList<Draft>> OfAsync(Caller caller, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await IsHereAsync(db, caller, cancel) ? await Own(db, caller).OrderBy(draft => draft.Field).ToListAsync(cancel) : [];
    }

    /// <summary>Keeps what is typed now in place of what was typed before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The text, its base or the field's name is over its limit.</exception>
    public async Task<Draft> KeepAsync(ModelAccess access, EntityRef on, string field, string text, string basedOn, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await KeepAsync(db, New(access.Person.Id, access.ModelId, on, field, text, basedOn), cancel);
    }

    /// <summary>Keeps what is typed now and belongs to no model yet.</summary>
    /// <returns>Null where the caller is signed out or disabled.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The text, its base or the field's name is over its limit.</exception>
    public async Task<Draft?> KeepAsync(Caller caller, string field, string text, string basedOn, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await IsHereAsync(db, caller, cancel) ? await KeepAsync(db, New(caller.Person, Guid.Empty, EntityRef.WholeModel, field, text, basedOn), cancel) : null;
    }

    /// <summary>Takes a draft away: it was saved or discarded.</summary>
    public async Task DropAsync(ModelAccess access, EntityRef on, string field, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await Mine(db, access, on).Where(draft => draft.Field == field).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Takes a draft away that belonged to no model.</summary>
    public async Task DropAsync(Caller caller, string field, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await IsHereAsync(db, caller, cancel)) await Own(db, caller).Where(draft => draft.Field == field).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Takes away what nobody has touched for <see cref="KeptFor"/>.</summary>
    /// <returns>How many that were.</returns>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var oldest = clock.GetUtcNow() - KeptFor;
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Drafts.Where(draft => draft.UpdatedAt < oldest).ExecuteDeleteAsync(cancel);
    }

    private static IQueryable<Draft> Mine(ThreatBoardDb db, ModelAccess access, EntityRef on) =>
        db.Drafts.Where(draft => draft.PersonId == access.Person.Id && draft.ModelId == access.ModelId && draft.Kind == on.Kind && draft.EntityId == on.Id);

    private static IQueryable<Draft> Own(ThreatBoardDb db, Caller caller) => db.Drafts.Where(draft => draft.PersonId == caller.Person && draft.ModelId == Guid.Empty);

    private Task<bool> IsHereAsync(ThreatBoardDb db, Caller caller, CancellationToken cancel) => db.MembershipsOf(caller, clock.GetUtcNow()).AnyAsync(cancel);

    private Draft New(Guid person, Guid model, EntityRef on, string field, string text, string basedOn)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(field.Length, Limits.Title, nameof(field));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, Limits.Draft, nameof(text));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(basedOn.Length, Limits.Draft, nameof(basedOn));
        return new()
        {
            PersonId = person,
            ModelId = model,
            Kind = on.Kind,
            EntityId = on.Id,
            Field = field,
            Text = Storable(text),
            BasedOn = Storable(basedOn),
            UpdatedAt = clock.GetUtcNow().ToMicroseconds(),
        };
    }

    private static async Task<Draft> KeepAsync(ThreatBoardDb db, Draft draft, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO draft (person_id, model_id, kind, entity_id, field, text, based_on, updated_at)
            VALUES ({draft.PersonId}, {draft.ModelId}, {draft.Kind}, {draft.EntityId}, {draft.Field}, {draft.Text}, {draft.BasedOn}, {draft.UpdatedAt})
            ON CONFLICT (person_id, model_id, kind, entity_id, field) DO UPDATE SET text = excluded.text, based_on = excluded.based_on, updated_at = excluded.updated_at
            """, cancel);
        return draft;
    }

    // PostgreSQL holds every character but this one.
    private static string Storable(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}
