using System.Data.Common;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Drafts;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Together;

namespace ThreatBoard.Web.Editing;

/// <summary>Where this circuit's person leaves what is typed and not yet saved; every operation asks for the access again.</summary>
public sealed class DraftDesk(PersonAccess people, DraftStore drafts, Here here)
{
    /// <summary>The person's drafts on one entity, or on the model as a whole; an empty sheet where there are none, or where they could not be read.</summary>
    /// <param name="saveOver">How to save over an older base; null where nothing is compared.</param>
    public async Task<DraftSheet> OpenAsync(Guid model, EntityRef on, SaveOver? saveOver = null)
    {
        return new(this, model, on, await FoundAsync(async () =>
            await people.ForAsync(model, Right.Read, CancellationToken.None) is { } access ? await drafts.OfAsync(access, on, CancellationToken.None) : [])) { SaveOver = saveOver };
    }

    /// <summary>The person's drafts that belong to no model yet.</summary>
    public async Task<DraftSheet> OpenOwnAsync() => new(this, model: null, EntityRef.WholeModel, await FoundAsync(async () =>
        await people.CallerAsync() is { } caller ? await drafts.OfAsync(caller, CancellationToken.None) : []));

    /// <summary>Tells the others in the model.</summary>
    internal void Writing(string field, bool isWriting)
    {
        if (isWriting) here.Write(field);
        else here.WriteEnds(field);
    }

    /// <returns>What was kept; null where the database is away, or the person may not read the model any more.</returns>
    internal async Task<Draft?> KeepAsync(Guid? model, EntityRef on, string field, string text, string basedOn)
    {
        try
        {
            if (model is not { } known) return await people.CallerAsync() is { } caller ? await drafts.KeepAsync(caller, field, text, basedOn, CancellationToken.None) : null;
            return await people.ForAsync(known, Right.Read, CancellationToken.None) is { } access ? await drafts.KeepAsync(access, on, field, text, basedOn, CancellationToken.None) : null;
        }
        catch (DbException)
        {
            return null;
        }
    }

    internal async Task DropAsync(Guid? model, EntityRef on, string field)
    {
        try
        {
            if (model is { } known && await people.ForAsync(known, Right.Read, CancellationToken.None) is { } access) await drafts.DropAsync(access, on, field, CancellationToken.None);
            else if (model is null && await people.CallerAsync() is { } caller) await drafts.DropAsync(caller, field, CancellationToken.None);
        }
        catch (DbException)
        {
            // It shows up once more, and can be discarded then.
        }
    }

    private static async Task<IReadOnlyList<Draft>> FoundAsync(Func<Task<IReadOnlyList<Draft>>> find)
    {
        try
        {
            return await find();
        }
        catch (DbException)
        {
            // The page says itself that the database is away; what is typed on it is tried to be kept again.
            return [];
        }
    }
}
