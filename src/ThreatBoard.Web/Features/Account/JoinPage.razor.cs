using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Features.Account;

/// <summary>Where an invitation's link leads: an account for somebody new, or one more workspace for somebody who is logged in. Looking uses nothing up.</summary>
public sealed partial class JoinPage
{
    private OpenInvitation? _open;
    private Caller? _caller;
    private AccountProblem? _problem;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    [SupplyParameterFromForm(FormName = "join")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "join")]
    private string? Email { get; set; }

    [SupplyParameterFromForm(FormName = "join")]
    private string? Password { get; set; }

    [Inject]
    private Invitations Invitations { get; set; } = null!;

    [Inject]
    private PasswordSignIn Passwords { get; set; } = null!;

    [Inject]
    private Data.Sessions Sessions { get; set; } = null!;

    [Inject]
    private SignInSteps Steps { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string RoleWords => _open!.Role is Role.Owner or Role.Editor ? $"an {_open.Role.ToString().ToLowerInvariant()}" : $"a {_open.Role.ToString().ToLowerInvariant()}";

    private string LoginFirst => ReturnAddress.SignInFirst("/login", $"/join?token={Uri.EscapeDataString(Token ?? "")}");

    protected override async Task OnInitializedAsync()
    {
        _open = await Invitations.LookAsync(Token, Http.RequestAborted);
        // A page for everybody is not asked whether the session of its cookie still stands.
        if (SessionClaims.CallerOf(Http.User) is { Session: { } session } caller && (await Sessions.FindAliveAsync(session, Http.RequestAborted))?.PersonId == caller.Person)
            _caller = caller;
    }

    private async Task AcceptAsync()
    {
        if (_caller is null) return;
        _problem = await Invitations.AcceptAsync(_caller, Token, SignInSteps.AddressOf(Http), Http.RequestAborted);
        if (_problem is null) Navigation.NavigateTo("/");
    }

    private async Task JoinAsync()
    {
        if (_open is null) return;
        var asked = new NewAccount(Name ?? "", _open.Email ?? Email ?? "", Password ?? "");
        _problem = await Invitations.AcceptAsync(Token, asked, SignInSteps.AddressOf(Http), Http.RequestAborted);
        if (_problem is not null) return;
        if (await Passwords.TryAsync(asked.Email, asked.Password, SignInSteps.AddressOf(Http), Http.RequestAborted) is { } proven)
            await Steps.BeginAsync(Http, proven.Person, SignInMethod.Password, secondFactor: false);
        Navigation.NavigateTo("/");
    }
}
