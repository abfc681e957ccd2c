using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using ThreatBoard.Data.Live;

namespace ThreatBoard.Data.Inbox;

/// <summary>Keeps inboxes filled: at once after what this process writes, now and then for what another left undone, and every hour for the days.</summary>
internal sealed class InboxWorker : BackgroundService
{
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_rest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<Guid, bool> _announced = [];
    private readonly InboxFeed _feed;
    private readonly InboxSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger<InboxWorker> _log;
    private readonly Subscription _posted;
    private long? _lookedAtDays;

    public InboxWorker(InboxFeed feed, IOptions<InboxSettings> settings, Announcements announcements, TimeProvider clock, ILogger<InboxWorker> log)
    {
        (_feed, _settings, _clock, _log) = (feed, settings.Value, clock, log);
        _posted = announcements.Posted.Add(OnPosted);
    }

    public override void Dispose()
    {
        _posted.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await WorkAsync(stoppingToken);
            // Many words at once are one look.
            await Task.Delay(s_rest, _clock, stoppingToken);
            await RingOrPollAsync(stoppingToken);
        }
    }

    private void OnPosted(Guid model)
    {
        _announced[model] = true;
        _bell.Writer.TryWrite(true);
    }

    private async Task WorkAsync(CancellationToken cancel)
    {
        Guid[] announced = [.. _announced.Keys.Where(model => _announced.TryRemove(model, out _))];
        try
        {
            await _feed.RunAsync(announced, cancel);
            if (_lookedAtDays is { } last && _clock.GetElapsedTime(last) < s_hour) return;
            await _feed.LookAtDaysAsync(_settings.DueWithinDays, cancel);
            _lookedAtDays = _clock.GetTimestamp();
        }
        catch (NpgsqlException away)
        {
            Array.ForEach(announced, model => _announced[model] = true);
            _log.LogWarning(away, "Inboxes could not be filled; it is tried again in a moment");
        }
        catch (JsonException damaged)
        {
            _log.LogError(damaged, "A journal row could not be read for the inboxes");
        }
    }

    private async Task RingOrPollAsync(CancellationToken cancel)
    {
        await using var timer = _clock.CreateTimer(_ => _bell.Writer.TryWrite(true), null, s_poll, Timeout.InfiniteTimeSpan);
        await _bell.Reader.ReadAsync(cancel);
    }
}
