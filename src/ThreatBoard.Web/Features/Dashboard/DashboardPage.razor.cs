using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Boards;
using ThreatBoard.Data.Inbox;
using ThreatBoard.Data.Listing;
using ThreatBoard.Data.Live;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Dashboard;

/// <summary>What waits for somebody, across models and workspaces; without any model the three ways to begin.</summary>
public sealed partial class DashboardPage : IDisposable
{
    private readonly NextLook _next = new(TimeSpan.FromSeconds(3));
    private IReadOnlyList<ModelSummary>? _models;
    private IReadOnlyList<NoticeRow> _mentions = [];
    private MyWork? _work;
    private Subscription? _following, _edits;
    private bool _several, _mayMake, _belongs;

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private WorkspaceModels Models { get; set; } = null!;

    [Inject]
    private WaitingWork Waiting { get; set; } = null!;

    [Inject]
    private Inboxes Inboxes { get; set; } = null!;

    [Inject]
    private LiveModels Live { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private DateTimeOffset Now => Clock.GetUtcNow();

    public void Dispose()
    {
        _following?.Dispose();
        _edits?.Dispose();
        _next.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _following = await Access.FollowAsync(() => _ = InvokeAsync(ReadAgainAsync));
        _edits = Live.FollowEdits(OnEdited);
        await ReadAsync();
    }

    /// <summary>Of models that are shown; told on another thread.</summary>
    private void OnEdited(Guid model)
    {
        if (_models?.Any(known => known.Id == model) is true) _next.Ask(Clock, InvokeAsync, ReadAgainAsync);
    }

    private async Task ReadAgainAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        if (await Access.CallerAsync() is not { } caller) return;
        var rooms = await Access.WorkspacesAsync(Right.Read, _next.Token);
        (_several, _belongs) = (rooms.Count > 1, rooms.Count > 0);
        _mayMake = rooms.Any(room => room.May(Right.Edit));
        _work = await Waiting.OfAsync(caller, _next.Token);
        _mentions = await Inboxes.ListAsync(caller, new(NoticeKind.Mentioned, UnreadOnly: true), _next.Token);
        _models = await Models.ListAsync(rooms, archived: false, _next.Token);
    }

    private static ImmutableArray<WorkLine> Lines<T>(IEnumerable<T> rows, Func<T, WorkLine> line) => [.. rows.Select(line)];
}
