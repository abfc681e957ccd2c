using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Listing;
using ThreatBoard.Data.Live;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Ui;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Features.Models;

/// <summary>The models of one's workspaces, or of one of them; the filter stands in the address.</summary>
public sealed partial class ModelsPage : IDisposable
{
    private readonly PressOnce _once = new();
    private readonly Leaving _leaving = new();
    private RowFilter<ModelSummary> _filter = ModelFilter.Fields.Parse("");
    private IReadOnlyList<ModelSummary>? _models;
    private string[] _hints = [];
    private string? _failure;
    private Guid? _editing, _copying;
    private (bool Archived, Guid? Workspace)? _read;
    private IReadOnlyList<WorkspaceAccess> _rooms = [];
    private Subscription? _following;

    [SupplyParameterFromQuery]
    public string? Filter { get; set; }

    [SupplyParameterFromQuery]
    public bool Archived { get; set; }

    /// <summary>Whose models alone; without it those of all one's workspaces.</summary>
    [SupplyParameterFromQuery]
    public Guid? Workspace { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private WorkspaceModels Models { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private AddressBar Address { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private List<ModelSummary> Shown => [.. _models!.Where(model => _filter.Passes(model, new(OwnerNames.Stored, DateOnly.FromDateTime(Clock.GetLocalNow().Date))))];

    private bool Several => _rooms.Count > 1 && Workspace is null;

    private bool MayMake => _rooms.Any(room => (Workspace is null || room.WorkspaceId == Workspace) && room.May(Right.Edit));

    private bool MayMakeAnywhere => _rooms.Any(room => room.May(Right.Edit));

    private string InWorkspace => Workspace is { } workspace ? $"?workspace={workspace}" : "";

    public void Dispose()
    {
        _following?.Dispose();
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync() => _following = await Access.FollowAsync(() => _ = InvokeAsync(ReadAgainAsync));

    protected override async Task OnParametersSetAsync()
    {
        _filter = ModelFilter.Fields.Parse(Filter);
        if (_read != (Archived, Workspace))
            await ReadAsync();
        _read = (Archived, Workspace);
    }

    private async Task ReadAsync()
    {
        _rooms = await Access.WorkspacesAsync(Right.Read, _leaving.Token);
        _models = await Models.ListAsync([.. _rooms.Where(room => Workspace is null || room.WorkspaceId == Workspace)], Archived, _leaving.Token);
        _hints = [.. _models.SelectMany(model => model.Tags).Distinct().Select(tag => $"tag:{tag}"), "risk>=high", "open>0"];
    }

    private async Task ReadAgainAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private bool MayEdit(ModelSummary model) => _rooms.Any(room => room.WorkspaceId == model.WorkspaceId && room.May(Right.Edit));

    private void Choose(ChangeEventArgs chosen) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("workspace", Guid.TryParse(chosen.Value?.ToString(), out var workspace) ? workspace : (Guid?)null));

    private void Show(string filter) =>
        Address.Set("filter", filter.Length == 0 ? null : filter);

    private void Edit(Guid model) => (_editing, _copying) = (_editing == model ? null : model, null);

    private void AskForCopy(Guid model) => (_copying, _editing) = (_copying == model ? null : model, null);

    private Task CopiedAsync()
    {
        _copying = null;
        return ReadAsync();
    }

    private async Task ArchiveAsync(ModelSummary model)
    {
        if (await Access.ForAsync(model.Id, Right.Edit, _leaving.Token) is { } access)
            await Models.ArchiveAsync(access, archived: !Archived, _leaving.Token);
        else
            _failure = $"{model.Name} cannot be changed by you.";
        await ReadAsync();
    }
}
