using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Layout;

/// <summary>The frame around every page: top bar, rail, page, detail panel, palette and shortcuts.</summary>
public sealed partial class MainLayout : IAsyncDisposable
{
    private ElementReference _frame;
    private ErrorBoundary? _boundary;
    private FrameInterop? _script;
    private EditDialog? _dialog;
    private PageAddress _address = new(null, "", null);
    private OpenItem? _pinned;
    private Guid? _named;
    private string _path = "/";
    private string? _theme;
    private bool _ready, _showPalette, _showShortcuts;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private AddressBar Address { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [Inject]
    private FrameState State { get; set; } = null!;

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private AuthenticationStateProvider Authentication { get; set; } = null!;

    [Inject]
    private WorkspaceModels Models { get; set; } = null!;

    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        Address.Asked -= OnAsked;
        State.Changed -= OnStateChanged;
        Authentication.AuthenticationStateChanged -= OnPersonChanged;
        if (_script is not null)
            await _script.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        ReadAddress();
        Navigation.LocationChanged += OnLocationChanged;
        Address.Asked += OnAsked;
        State.Changed += OnStateChanged;
        Authentication.AuthenticationStateChanged += OnPersonChanged;
    }

    protected override Task OnInitializedAsync() => NameModelAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            _script = await FrameInterop.MountAsync(Script, _frame, OnKeyAsync);
            _theme = await _script.ThemeAsync();
            State.Zone = await _script.ZoneAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser went before its frame was there.
            return;
        }

        _ready = true;
        StateHasChanged();
    }

    private void ReadAddress()
    {
        _address = PageAddress.Parse(Address.Wanted);
        var path = Address.Wanted.AbsolutePath;
        if (path != _path)
            _dialog?.LeaveAll();
        _path = path;
        if (_pinned is not null && _address.Open is not null)
            _pinned = _address.Open;
        if (_address.Model is null)
            (_pinned, State.ModelName, _named) = (null, null, null);
    }

    // A page that knows better (it has just renamed the model) says so through the state.
    private async Task NameModelAsync()
    {
        if (_address.Model is not { } model || model == _named)
            return;
        _named = model;
        if (await Access.ForAsync(model, Right.Read, CancellationToken.None) is { } access)
            State.ModelName = (await Models.GetAsync(access, CancellationToken.None)).Name;
    }

    // The details open before the browser has confirmed the address.
    private void OnAsked(object? sender, EventArgs nothing)
    {
        ReadAddress();
        StateHasChanged();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        ReadAddress();
        HideBoxes();
        _boundary?.Recover();
        _ = InvokeAsync(async () =>
        {
            StateHasChanged();
            await NameModelAsync();
        });
    }

    // A session that was ended elsewhere ends here: a new document, so that nothing of this one stays.
    private void OnPersonChanged(Task<AuthenticationState> person) => _ = InvokeAsync(async () =>
    {
        if ((await person).User.Identity is not { IsAuthenticated: true })
            Navigation.NavigateTo(ReturnAddress.SignInFirst("/login?problem=ended", new Uri(Navigation.Uri).PathAndQuery), forceLoad: true);
    });

    private void OnStateChanged(object? sender, EventArgs nothing) => _ = InvokeAsync(StateHasChanged);

    private async Task OnKeyAsync(string key)
    {
        if (key == "palette")
            ShowPalette();
        else if (key == "shortcuts")
            ShowShortcuts();
        else if (key == "escape")
            Escape();
        else if (key is ['g', ':', var letter] && _address.Model is { } model && RailItem.All.FirstOrDefault(item => item.Key == letter) is { } item)
            Navigation.NavigateTo(item.AddressIn(model));
        await InvokeAsync(StateHasChanged);
    }

    private void Escape()
    {
        if (_dialog is { IsOpen: true } asking)
            asking.Leave();
        else if (_showPalette || _showShortcuts)
            HideBoxes();
        else if ((_address.Open ?? _pinned) is not null)
            ClosePanel();
    }

    private void ShowPalette() => (_showPalette, _showShortcuts) = (true, false);

    private void ShowShortcuts() => (_showPalette, _showShortcuts) = (false, true);

    private void HideBoxes() => (_showPalette, _showShortcuts) = (false, false);

    private void Pin(bool pin) => _pinned = pin ? _address.Open : null;

    private void ClosePanel()
    {
        _pinned = null;
        if (_address.Open is not null)
            Address.CloseItem();
    }

    private void Recover() => _boundary?.Recover();

    private async Task NextThemeAsync()
    {
        _theme = _theme switch { null => "light", "light" => "dark", _ => null };
        if (_script is not null)
            await _script.UseThemeAsync(_theme);
    }
}
