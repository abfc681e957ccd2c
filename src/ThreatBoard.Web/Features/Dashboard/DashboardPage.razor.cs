using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Listing;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Dashboard;

/// <summary>What waits for somebody, across models and workspaces; without any model the three ways to begin.</summary>
public sealed partial class DashboardPage : IDisposable
{
    private const int Shown = 12;

    // The last changed ones: work in models that nobody has touched for long is found from their boards.
    private const int ModelsLookedInto = 12;

    private readonly Leaving _leaving = new();
    private IReadOnlyList<ModelSummary>? _models;
    private List<WorkItem> _work = [];
    private DateOnly _today;
    private bool _several, _mayMake, _belongs;

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private WorkspaceModels Models { get; set; } = null!;

    [Inject]
    private LiveModels Live { get; set; } = null!;

    [Inject]
    private OwnerDesk Owners { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    public void Dispose()
    {
        _leaving.Dispose();
    }

    private async Task<IEnumerable<WorkItem>> WorkOfAsync(ModelSummary model, ModelAccess access)
    {
        var content = (await Live.ReadAsync(access, _leaving.Token)).Content;
        return Work.Of(model, content, await Owners.NamesAsync(access, content, _leaving.Token));
    }

    protected override async Task OnInitializedAsync()
    {
        _today = DateOnly.FromDateTime(Clock.GetLocalNow().Date);
        var rooms = await Access.WorkspacesAsync(Right.Read, _leaving.Token);
        (_several, _belongs) = (rooms.Count > 1, rooms.Count > 0);
        _mayMake = rooms.Any(room => room.May(Right.Edit));
        var models = await Models.ListAsync(rooms, archived: false, _leaving.Token);
        var work = new List<WorkItem>();
        foreach (var model in models.Take(ModelsLookedInto))
            if (await Access.ForAsync(model.Id, Right.Read, _leaving.Token) is { } access)
                work.AddRange(await WorkOfAsync(model, access));
        (_work, _models) = ([.. Work.InOrder(work, _today)], models);
    }
}
