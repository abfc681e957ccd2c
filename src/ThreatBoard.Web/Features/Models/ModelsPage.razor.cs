using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Listing;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Features.Models;

/// <summary>All models of the workspace; the filter stands in the address.</summary>
public sealed partial class ModelsPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private RowFilter<ModelSummary> _filter = ModelFilter.Fields.Parse("");
    private IReadOnlyList<ModelSummary>? _models;
    private string[] _hints = [];
    private string? _failure;
    private Guid? _editing;
    private bool? _read;

    [SupplyParameterFromQuery]
    public string? Filter { get; set; }

    [SupplyParameterFromQuery]
    public bool Archived { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private WorkspaceModels Models { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private List<ModelSummary> Shown => [.. _models!.Where(model => _filter.Passes(model, new(OwnerNames.Stored, DateOnly.FromDateTime(Clock.GetLocalNow().Date))))];

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        _filter = ModelFilter.Fields.Parse(Filter);
        if (_read != Archived)
            await ReadAsync();
        _read = Archived;
    }

    private async Task ReadAsync()
    {
        if (await Access.ForWorkspaceAsync(workspace: null, Right.Read, _leaving.Token) is not { } workspace)
            return;
        _models = await Models.ListAsync(workspace, Archived, _leaving.Token);
        _hints = [.. _models.SelectMany(model => model.Tags).Distinct().Select(tag => $"tag:{tag}"), "risk>=high", "open>0"];
    }

    private void Show(string filter) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("filter", filter.Length == 0 ? null : filter), replace: true);

    private void Edit(Guid model) => _editing = _editing == model ? null : model;

    private async Task DuplicateAsync(ModelSummary model)
    {
        if (await Access.ForWorkspaceAsync(workspace: null, Right.Edit, _leaving.Token) is not { } workspace || await Access.ForAsync(model.Id, Right.Read, _leaving.Token) is not { } access)
        {
            _failure = $"{model.Name} cannot be duplicated by you.";
            return;
        }

        var name = $"{model.Name} (copy)";
        if (ModelText.Name(name) is { } problem)
            _failure = problem;
        else
            await Models.DuplicateAsync(access, workspace, name, _leaving.Token);
        await ReadAsync();
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
