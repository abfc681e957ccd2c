using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Commenting;

/// <summary>Who takes part in the comments of a model: who I am there, how people are called now, and who can be mentioned.</summary>
public sealed class Colleagues(PersonAccess people, WorkspaceDirectory directory)
{
    /// <summary>Most that are offered at once.</summary>
    private const int Offered = 6;

    /// <summary>Null where the model is missing or not for this person.</summary>
    public Task<ModelAccess?> MeAsync(Guid model, CancellationToken cancel) => people.ForAsync(model, Right.Read, cancel);

    /// <summary>Members and teams of the model's workspace whose name begins so; nobody for whoever may not comment.</summary>
    public async Task<IReadOnlyList<Owner>> FindAsync(Guid model, string beginning, CancellationToken cancel) =>
        await people.ForAsync(model, Right.Comment, cancel) is { } access ? await directory.SearchAsync(access, beginning, withTeams: true, Offered, cancel) : [];

    /// <summary>The present names of those who wrote these comments or are named in them, as far as they belong to the workspace.</summary>
    public async Task<Func<Mention, string?>> NamesAsync(ModelAccess access, IEnumerable<Comment> comments, CancellationToken cancel)
    {
        HashSet<Guid> accounts = [.. comments.SelectMany(c => Mention.In(c.Text).Select(m => m.Account).Concat(c.AuthorId is { } author ? [author] : []))];
        var known = (await directory.StandingAsync(access, accounts, cancel)).Known;
        return mention => known.TryGetValue(mention.Account, out var owner) && owner.Kind is OwnerKind.Team == mention.IsTeam ? owner.Name : null;
    }
}
