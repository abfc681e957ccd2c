using System.Globalization;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Tokens;

/// <summary>A person's own access tokens: made, shown once, listed and revoked.</summary>
public sealed partial class TokensPage : IDisposable
{
    private readonly PressOnce _once = new();
    private static readonly int[] s_lifetimes = [30, 90, 180, 366];

    private readonly Leaving _leaving = new();
    private IReadOnlyList<WorkspaceAccess> _workspaces = [];
    private IReadOnlyList<AccessToken>? _tokens;
    private ValueSet<string> _scopes = [TokenScope.WriteImports];
    private CopyText? _text;
    private AccessToken? _revoking;
    private string _name = "";
    private Guid _workspace;
    private int _days = 90;
    private string? _made, _problem;
    private bool _busy, _select;

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private AccessTokens Tokens { get; set; } = null!;

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _workspaces = await Access.WorkspacesAsync(Right.Read, _leaving.Token);
        _workspace = _workspaces is [var first, ..] ? first.WorkspaceId : Guid.Empty;
        await ReadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_select || _text is null) return;
        _select = false;
        await _text.FocusAsync();
    }

    private static string Day(DateTimeOffset at) => at.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Words(string scope) => scope switch
    {
        TokenScope.ReadModels => "List the models",
        TokenScope.WriteImports => "Send manifests that wait for a person",
        _ => scope,
    };

    private string NameOf(Guid workspace) => _workspaces.FirstOrDefault(open => open.WorkspaceId == workspace)?.Workspace.Name ?? "not open to you any more";

    private void Toggle(string scope) => _scopes = _scopes.Contains(scope) ? [.. _scopes.Where(s => s != scope)] : [.. _scopes, scope];

    private void Forget() => _made = null;

    private async Task ReadAsync()
    {
        if (await Access.CallerAsync() is { } caller) _tokens = await Tokens.ListAsync(caller, _leaving.Token);
    }

    private async Task MakeAsync()
    {
        // A second press may arrive before the button is drawn disabled.
        if (_busy) return;
        (_busy, _problem, _made) = (true, null, null);
        try
        {
            if (await Access.ForWorkspaceAsync(_workspace, Right.Read, _leaving.Token) is not { } workspace) _problem = "Choose a workspace.";
            else (_, _made) = await Tokens.CreateAsync(workspace, _name.Trim(), _scopes, TimeSpan.FromDays(_days), _leaving.Token);
        }
        catch (ArgumentException refused)
        {
            _problem = refused.Message;
        }

        (_busy, _select) = (false, _made is not null);
        if (_made is not null) _name = "";
        await ReadAsync();
    }

    private async Task RevokeAsync()
    {
        if (_revoking is { } token && await Access.CallerAsync() is { } caller) await Tokens.RevokeAsync(caller, token.Id, _leaving.Token);
        _revoking = null;
        await ReadAsync();
    }
}
