using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Hosting.SignIn;
using ThreatBoard.Web.Mail;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>Who belongs to a workspace; owners change roles and end memberships, everybody may leave.</summary>
public sealed partial class MembersSection
{
    private readonly PressOnce _once = new();
    private IReadOnlyList<Member>? _members;
    private Member? _leaving;
    private string? _problem;
    private (string Name, Uri Address)? _link;

    // A refused choice is drawn anew: the browser keeps what was chosen otherwise.
    private int _asked;

    [Parameter, EditorRequired]
    public required Guid Workspace { get; set; }

    [Parameter, EditorRequired]
    public required bool MayAdminister { get; set; }

    [Parameter, EditorRequired]
    public required Guid Me { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private Members Members { get; set; } = null!;

    [Inject]
    private Passwords Passwords { get; set; } = null!;

    [Inject]
    private PublicAddress Address { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        if (await Access.ForWorkspaceAsync(Workspace, Right.Read, CancellationToken.None) is { } room)
            _members = await Members.ListAsync(room, CancellationToken.None);
    }

    private async Task ChangeAsync(Member member, ChangeEventArgs chosen)
    {
        _asked++;
        if (Enum.TryParse<Role>(chosen.Value?.ToString(), out var role) && Enum.IsDefined(role))
            await KeepAsync(Right.Administer, room => Members.ChangeRoleAsync(room, member.Person, role, CancellationToken.None));
    }

    private async Task RemoveAsync(Member member)
    {
        _leaving = null;
        var left = await KeepAsync(member.Person == Me ? Right.Read : Right.Administer, room => Members.RemoveAsync(room, member.Person, CancellationToken.None));
        if (left && member.Person == Me) Navigation.NavigateTo("/workspaces");
    }

    private async Task HandOverAsync(Member member)
    {
        (_link, _problem) = (null, null);
        if (await Access.ForWorkspaceAsync(Workspace, Right.Administer, CancellationToken.None) is not { } room) _problem = "You are no owner of this workspace any more.";
        else if (await Passwords.IssueAsync(room, member.Person, CancellationToken.None) is { } token)
            _link = (member.Name, HandedLinks.To(HandedLinks.NewPassword, token, Address, new Uri(Navigation.BaseUri)));
        else
            _problem = $"{member.Name} belongs to other workspaces too, looks after the installation, or logs in without a password here. Ask an administrator of the installation.";
    }

    private async Task<bool> KeepAsync(Right right, Func<WorkspaceAccess, Task<string?>> keep)
    {
        _problem = await Access.ForWorkspaceAsync(Workspace, right, CancellationToken.None) is { } room ? await keep(room) : "You are no owner of this workspace any more.";
        await ReadAsync();
        return _problem is null;
    }
}
