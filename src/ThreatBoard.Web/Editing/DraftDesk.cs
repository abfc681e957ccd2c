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
        IReadOnlyList<Draft> found = [];
        try
        {
            if (await people.ForAsync(model, Right.Read, CancellationToken.None) is { } access) found = await drafts.OfAsync(access, on, CancellationToken.None);
        }
        catch (DbException)
        {
            // The page says itself that the database is away; what is typed on it is tried to be kept again.
        }

        return new(this, model, on, found) { SaveOver = saveOver };
    }

    /// <summary>Tells the others in the model.</summary>
    internal void Writing(string field, bool isWriting)
    {
        if (isWriting) here.Write(field);
        else here.WriteEnds(field);
    }

    /// <returns>What was kept; null where the database is away, or the person may not read the model any more.</returns>
    internal async Task<Draft?> KeepAsync(Guid model, EntityRef on, string field, string text, string basedOn)
    {
        try
        {
            if (await people.ForAsync(model, Right.Read, CancellationToken.None) is not { } access) return null;
            return await drafts.KeepAsync(access, on, field, text, basedOn, CancellationToken.None);
        }
        catch (DbException)
        {
            return null;
        }
    }

    internal async Task DropAsync(Guid model, EntityRef on, string field)
    {
        try
        {
            if (await people.ForAsync(model, Right.Read, CancellationToken.None) is { } access) await drafts.DropAsync(access, on, field, CancellationToken.None);
        }
        catch (DbException)
        {
            // It shows up once more, and can be discarded then.
        }
    }
}
