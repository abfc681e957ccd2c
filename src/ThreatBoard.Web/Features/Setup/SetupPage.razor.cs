using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Features.Setup;

/// <summary>What a set-up link opens: the form that makes the first owner.</summary>
public sealed partial class SetupPage(SetupLinks links, FirstOwner owner, SessionCookie cookie)
{
    private SetupLinkState _state;
    private AccountProblem? _problem;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    [SupplyParameterFromForm(FormName = "setup")]
    private Form? Typed { get; set; }

    private string Title => _state switch
    {
        SetupLinkState.Settled => "ThreatBoard is set up",
        SetupLinkState.Expired => "This link is too old",
        _ => "This link is not known here",
    };

    private string Why => _state switch
    {
        SetupLinkState.Settled => "It has an owner, and set-up links are not accepted any more. To join, ask an owner for an invitation.",
        SetupLinkState.Expired => $"Set-up links are valid for {SetupLinks.Lifetime.TotalMinutes:0} minutes. This command prints a new one, where ThreatBoard runs:",
        _ => "Perhaps it was cut off when it was copied. This command prints a new one, where ThreatBoard runs:",
    };

    // Looking uses nothing up: link previews and prefetching browsers may GET as often as they like.
    protected override async Task OnInitializedAsync()
    {
        Typed ??= new();
        _state = await links.LookAsync(Token, Http.RequestAborted);
    }

    private async Task MakeAsync()
    {
        var address = Http.Connection.RemoteIpAddress?.ToString() ?? "";
        var (person, problem) = await owner.MakeAsync(Token, new(Typed!.Name ?? "", Typed.Email ?? "", Typed.Password ?? ""), address, Http.RequestAborted);
        _problem = problem;
        _state = await links.LookAsync(Token, Http.RequestAborted);
        if (person is not { } made) return;
        await cookie.SignInAsync(Http, made, SignInMethod.Password, secondFactor: false);
        Http.Response.Redirect("/");
    }

    /// <summary>The first field, or the one that is wrong.</summary>
    private bool Focused(string field) => (_problem?.Field ?? "name") == field;

    private string? Invalid(string field) => _problem?.Field == field ? "true" : null;

    /// <summary>What was typed; bounded by <see cref="FirstOwner"/>.</summary>
    private sealed class Form
    {
        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}
