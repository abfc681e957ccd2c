using System.Net.Mail;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Hosting.SignIn;
using ThreatBoard.Web.Mail;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>How people come into a workspace: owners make a link, which is mailed or shown once.</summary>
public sealed partial class InvitationsSection
{
    private readonly PressOnce _once = new();
    private IReadOnlyList<Invitation>? _open;
    private Role _role = Role.Editor;
    private string _email = "";
    private string? _link, _problem, _said;
    private bool _busy;

    [Parameter, EditorRequired]
    public required Guid Workspace { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private Invitations Invitations { get; set; } = null!;

    [Inject]
    private PublicAddress Address { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private Uri? PublicRoot => Address.Root;

    protected override Task OnInitializedAsync() => ReadAsync();

    private Task<WorkspaceAccess?> RoomAsync() => Access.ForWorkspaceAsync(Workspace, Right.Administer, CancellationToken.None);

    private async Task ReadAsync()
    {
        if (await RoomAsync() is { } room) _open = await Invitations.ListAsync(room, CancellationToken.None);
    }

    private async Task InviteAsync()
    {
        // A second press may arrive before the button is drawn disabled.
        if (_busy) return;
        (_busy, _link, _problem, _said) = (true, null, null, null);
        if (await RoomAsync() is { } room) await MakeAsync(room);
        else _problem = "You are no owner of this workspace any more.";
        await ReadAsync();
        _busy = false;
    }

    private async Task MakeAsync(WorkspaceAccess room)
    {
        var (token, problem) = await Invitations.MakeAsync(room, _role, _email, CancellationToken.None);
        _problem = problem?.Message;
        if (token is null) return;
        var link = HandedLinks.To(HandedLinks.Invitation, token, Address, new Uri(Navigation.BaseUri)).ToString();
        if (_email.Trim() is { Length: > 0 } to && Mail.IsConfigured && PublicRoot is not null) await SendAsync(room, to, link);
        else _link = link;
        _email = "";
    }

    private async Task SendAsync(WorkspaceAccess room, string to, string link)
    {
        try
        {
            await Mail.SendAsync(to, $"{room.Person.Name} invites you to {room.Workspace.Name} in ThreatBoard",
                $"{room.Person.Name} invites you to the workspace “{room.Workspace.Name}” in ThreatBoard, as {_role.WithArticle()}.\n\nThis link works once, for seven days:\n{link}\n", CancellationToken.None);
            _said = $"The link was mailed to {to}.";
        }
        catch (SmtpException refused)
        {
            (_problem, _link) = ($"The mail was not taken: {refused.Message} Hand the link over yourself.", link);
        }
    }

    private async Task TakeBackAsync(Invitation invitation)
    {
        if (await RoomAsync() is { } room) await Invitations.TakeBackAsync(room, invitation.Id, CancellationToken.None);
        (_link, _said) = (null, "The invitation is taken back: its link opens nothing.");
        await ReadAsync();
    }
}
