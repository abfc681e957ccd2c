using System.Collections.Immutable;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Editing;

/// <summary>Where pages learn how the owners of a model's work are called, and who else could own it.</summary>
public sealed class OwnerDesk(PersonAccess people, WorkspaceDirectory directory)
{
    private const int Offered = 12;

    /// <summary>How the owners of this content stand today.</summary>
    public Task<OwnerNames> NamesAsync(ModelAccess access, ModelContent content, CancellationToken cancel) => NamesAsync(directory, access, content, cancel);

    /// <summary>The same beside a circuit.</summary>
    public static async Task<OwnerNames> NamesAsync(WorkspaceDirectory directory, ModelAccess access, ModelContent content, CancellationToken cancel)
    {
        var asked = AccountsIn(content);
        var standing = await directory.StandingAsync(access, asked, cancel);
        return new(standing.Mine, standing.Known, asked);
    }

    /// <summary>Null for whoever may not read the model any more.</summary>
    public async Task<OwnerNames?> NamesAsync(Guid model, ModelContent content, CancellationToken cancel) =>
        await people.ForAsync(model, Right.Read, cancel) is { } access ? await NamesAsync(access, content, cancel) : null;

    /// <summary>People and teams of the model's workspace whose name begins so; none for whoever may not edit the model.</summary>
    public async Task<IReadOnlyList<Owner>> SearchAsync(Guid model, string text) =>
        await people.ForAsync(model, Right.Edit, CancellationToken.None) is { } access
            ? await directory.SearchAsync(access, text, withTeams: true, Offered, CancellationToken.None)
            : [];

    private static ImmutableHashSet<Guid> AccountsIn(ModelContent content) =>
        [.. content.All<Threat>().Select(threat => threat.Owner.Account).Concat(content.All<Mitigation>().Select(mitigation => mitigation.Owner.Account)).OfType<Guid>()];
}
