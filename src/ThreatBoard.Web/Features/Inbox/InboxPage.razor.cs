using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ThreatBoard.Data;
using ThreatBoard.Data.Inbox;
using ThreatBoard.Data.Live;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Inbox;

/// <summary>Everything that waits for the person who looks, by day; it lives on with the inbox.</summary>
public sealed partial class InboxPage : IDisposable
{
    private readonly PressOnce _once = new();
    private readonly List<NoticeLine> _lines = [];
    private IReadOnlyList<NoticeRow>? _rows;
    private Subscription? _subscription;
    private Guid? _at;
    private bool _failed;

    /// <summary>The kind that is shown; anything else shows all.</summary>
    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    /// <summary><c>unread</c>, or all.</summary>
    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    [Inject]
    private PersonAccess People { get; set; } = null!;

    [Inject]
    private Inboxes Inboxes { get; set; } = null!;

    [Inject]
    private InboxSignals Signals { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private NoticeKind? Wanted => Enum.TryParse<NoticeKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    private bool UnreadOnly => Show is "unread";

    /// <summary>Told once for every line that is made, and not again when the inbox is read anew.</summary>
    private NoticeLine Line
    {
        set
        {
            if (!_lines.Contains(value)) _lines.Add(value);
        }
    }

    public void Dispose()
    {
        Frame.Changed -= OnFrameChanged;
        _subscription?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        Frame.Changed += OnFrameChanged;
        if (await People.CallerAsync() is { } caller) _subscription = Signals.Subscribe(caller.Person, () => _ = InvokeAsync(LoadAsync));
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private static string AddressOf(NoticeKind? kind, bool unreadOnly) =>
        (kind, unreadOnly) switch
        {
            (null, false) => "/inbox",
            (null, true) => "/inbox?show=unread",
            (_, false) => $"/inbox?kind={kind}",
            _ => $"/inbox?kind={kind}&show=unread",
        };

    private string? Current(NoticeKind? kind) => kind == Wanted ? "page" : null;

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Frame.Zone).DateTime);

    private string DayWords(DateOnly day) => (DayOf(Clock.GetUtcNow()).DayNumber - day.DayNumber) switch
    {
        0 => "Today",
        1 => "Yesterday",
        _ => day.ToString("dddd, yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private async Task LoadAsync()
    {
        try
        {
            _failed = false;
            _rows = await People.CallerAsync() is { } caller ? await Inboxes.ListAsync(caller, new(Wanted, UnreadOnly), CancellationToken.None) : [];
            _lines.RemoveAll(line => _rows.All(row => row.Notice.Id != line.Row.Notice.Id));
        }
        catch (DbException)
        {
            _failed = true;
        }

        StateHasChanged();
    }

    private void OnFrameChanged(object? sender, EventArgs nothing) => _ = InvokeAsync(StateHasChanged);

    private async Task SetAsync(NoticeRow row, bool read)
    {
        if ((row.Notice.ReadAt is not null) == read || await People.CallerAsync() is not { } caller) return;
        await Inboxes.MarkAsync(caller, row.Notice.Id, read, CancellationToken.None);
    }

    private async Task ReadAllAsync()
    {
        if (await People.CallerAsync() is { } caller) await Inboxes.MarkAllReadAsync(caller, Wanted, CancellationToken.None);
    }

    /// <summary>j and k go down and up; Enter, on a link, opens it.</summary>
    private async Task KeyAsync(KeyboardEventArgs key)
    {
        if (key is { CtrlKey: true } or { AltKey: true } or { MetaKey: true } || key.Key is not ("j" or "k") || _rows is not { Count: > 0 } rows) return;
        var next = rows.ToList().FindIndex(row => row.Notice.Id == _at) + (key.Key == "j" ? 1 : -1);
        _at = rows[Math.Clamp(next, 0, rows.Count - 1)].Notice.Id;
        if (_lines.FindLast(line => line.Row.Notice.Id == _at) is { } line) await line.FocusAsync();
    }
}
