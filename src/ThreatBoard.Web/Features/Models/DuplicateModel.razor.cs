using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Listing;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Models;

/// <summary>The question before a model is copied.</summary>
public sealed partial class DuplicateModel
{
    private readonly PressOnce _once = new();
    private ElementReference _box;
    private string _name = "";
    private Guid _workspace;
    private string? _problem;

    [Parameter, EditorRequired]
    public required ModelSummary Model { get; set; }

    /// <summary>The workspaces in which one may make models.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<WorkspaceAccess> Rooms { get; set; }

    [Parameter]
    public EventCallback OnMade { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private WorkspaceModels Models { get; set; } = null!;

    protected override void OnInitialized()
    {
        _name = $"{Model.Name} (copy)";
        _workspace = Rooms.Any(room => room.WorkspaceId == Model.WorkspaceId) ? Model.WorkspaceId : Rooms[0].WorkspaceId;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _box.FocusAsync();
    }

    private async Task MakeAsync()
    {
        _problem = ModelText.Name(_name.Trim());
        if (_problem is not null) return;
        if (await Access.ForWorkspaceAsync(_workspace, Right.Edit, CancellationToken.None) is not { } workspace || await Access.ForAsync(Model.Id, Right.Read, CancellationToken.None) is not { } access)
        {
            _problem = $"{Model.Name} cannot be duplicated there by you: your role was changed a moment ago.";
            return;
        }

        await Models.DuplicateAsync(access, workspace, _name.Trim(), CancellationToken.None);
        await OnMade.InvokeAsync();
    }

    private Task CloseByKey(KeyboardEventArgs pressed) => pressed.Key == "Escape" ? OnClose.InvokeAsync() : Task.CompletedTask;
}
