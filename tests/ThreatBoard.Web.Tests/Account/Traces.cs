using System.Collections.Concurrent;
using System.Diagnostics;

namespace ThreatBoard.Web.Tests.Account;

/// <summary>Whatever any library of this process would hand to a collector of traces.</summary>
internal sealed class Traces : IDisposable
{
    private readonly ConcurrentQueue<string> _ended = new();
    private readonly ActivityListener _listener;

    public Traces()
    {
        _listener = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _ended.Enqueue(Told(activity)),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public string Text => string.Join('\n', _ended);

    public void Dispose() => _listener.Dispose();

    private static string Told(Activity activity) => string.Join(
        ' ', new[] { activity.DisplayName, activity.StatusDescription }
            .Concat(activity.TagObjects.Concat(activity.Events.SelectMany(told => told.Tags)).Select(tag => $"{tag.Key}={tag.Value}"))
            .Concat(activity.Baggage.Select(item => $"{item.Key}={item.Value}")));
}
