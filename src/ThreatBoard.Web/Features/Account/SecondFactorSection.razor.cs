using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Account;

/// <summary>Sets up an authenticator app, shows its recovery codes once, and turns it off again after asking for the password.</summary>
public sealed partial class SecondFactorSection
{
    private readonly PressOnce _once = new();
    private const int Group = 4;

    private FactorState? _state;
    private string? _secret;
    private IReadOnlyList<string>? _codes;
    private string _typed = "", _said = "";

    /// <summary>Names the account in the app.</summary>
    [Parameter, EditorRequired]
    public string Email { get; set; } = "";

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private SecondFactors Factors { get; set; } = null!;

    [Inject]
    private PasswordSignIn Passwords { get; set; } = null!;

    private string AppLink => $"otpauth://totp/ThreatBoard:{Uri.EscapeDataString(Email)}?secret={_secret}&issuer=ThreatBoard";

    private string InGroups => string.Join(' ', _secret!.Chunk(Group).Select(letters => new string(letters)));

    protected override async Task OnInitializedAsync()
    {
        if (await Access.CallerAsync() is { } caller) _state = await Factors.StateAsync(caller, CancellationToken.None);
    }

    private async Task BeginAsync()
    {
        if (await Access.CallerAsync() is { } caller) _secret = await Factors.BeginAsync(caller, CancellationToken.None);
    }

    private async Task ConfirmAsync()
    {
        if (await Access.CallerAsync() is not { } caller) return;
        _codes = await Factors.ConfirmAsync(caller, _typed, CancellationToken.None);
        Say(_codes is null ? "This code is not right. Look whether the clock of the device is, and type the next code." : "");
        if (_codes is not null) _secret = null;
    }

    private Task TurnOffAsync() => WithPasswordAsync(caller => Factors.TurnOffAsync(caller, CancellationToken.None));

    private Task NewCodesAsync() => WithPasswordAsync(async caller => _codes = await Factors.NewRecoveryCodesAsync(caller, CancellationToken.None));

    private async Task WithPasswordAsync(Func<Caller, Task> work)
    {
        if (await Access.CallerAsync() is not { } caller) return;
        if (!await Passwords.ConfirmAsync(caller, _typed, CancellationToken.None))
        {
            Say("This is not your password, or there were too many wrong ones: then wait a quarter of an hour.");
            return;
        }

        await work(caller);
        Say("");
        _state = await Factors.StateAsync(caller, CancellationToken.None);
    }

    private async Task Kept()
    {
        _codes = null;
        await OnInitializedAsync();
    }

    private void Say(string what) => (_said, _typed) = (what, "");
}
