using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>The teams of a workspace; owners of the workspace make and change them, everybody sees who is in them.</summary>
public sealed partial class TeamsSection
{
    private readonly PressOnce _once = new();
    private IReadOnlyList<TeamOfColleagues>? _teams;
    private IReadOnlyList<Colleague> _members = [];
    private TeamOfColleagues? _going;
    private string? _problem;
    private string _name = "";

    // A refused choice is drawn anew: the browser keeps what was chosen otherwise.
    private int _asked;

    [Parameter, EditorRequired]
    public required Guid Workspace { get; set; }

    [Parameter, EditorRequired]
    public required bool MayAdminister { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private Teams Teams { get; set; } = null!;

    [Inject]
    private WorkspaceDirectory Directory { get; set; } = null!;

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        if (await Access.ForWorkspaceAsync(Workspace, Right.Read, CancellationToken.None) is not { } room) return;
        (_members, _teams) = (await Directory.MembersAsync(room, CancellationToken.None), await Directory.TeamsAsync(room, CancellationToken.None));
    }

    private List<Colleague> Others(TeamOfColleagues team) => [.. _members.Where(member => !member.IsDisabled && team.Members.All(inside => inside.Id != member.Id))];

    private async Task MakeAsync()
    {
        _problem = await KeepAsync(room => Teams.CreateAsync(room, _name, CancellationToken.None));
        if (_problem is null) _name = "";
    }

    private Task<string?> RenameAsync(TeamOfColleagues team, string name) => KeepAsync(room => Teams.RenameAsync(room, team.Id, name, CancellationToken.None));

    private async Task RemoveAsync(TeamOfColleagues team)
    {
        _going = null;
        _problem = await KeepAsync(room => Teams.RemoveAsync(room, team.Id, CancellationToken.None));
    }

    private async Task AddAsync(TeamOfColleagues team, ChangeEventArgs chosen)
    {
        _asked++;
        if (Guid.TryParse(chosen.Value as string, out var person))
            _problem = await KeepAsync(room => Teams.AddMemberAsync(room, team.Id, person, CancellationToken.None));
    }

    private async Task TakeOutAsync(TeamOfColleagues team, Colleague member) =>
        _problem = await KeepAsync(room => Teams.RemoveMemberAsync(room, team.Id, member.Id, CancellationToken.None));

    /// <summary>Every change asks for the right anew, and shows what is there afterwards.</summary>
    private async Task<string?> KeepAsync(Func<WorkspaceAccess, Task<string?>> keep)
    {
        var problem = await Access.ForWorkspaceAsync(Workspace, Right.Administer, CancellationToken.None) is { } room ? await keep(room) : "You are no owner of this workspace any more.";
        await ReadAsync();
        return problem;
    }
}
