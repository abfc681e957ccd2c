using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Board;

/// <summary>Follows a journal entry by entry and keeps the open risk of each day: an entry costs what it touches, whatever the model holds.</summary>
public sealed class RiskLedger(WorkspaceZone zone)
{
    private readonly Dictionary<Id<Threat>, HashSet<Id<MitigationLink>>> _links = [];
    private readonly Dictionary<Id<Mitigation>, HashSet<Id<MitigationLink>>> _against = [];
    private readonly Dictionary<Id<Threat>, HashSet<Id<Acceptance>>> _acceptances = [];
    private readonly Dictionary<Id<Threat>, (int Score, bool IsOpen)> _counted = [];
    private readonly PriorityQueue<Id<Threat>, DateOnly> _expiring = new();
    private readonly List<RiskDay> _days = [];
    private ImmutableArray<(Moment, int)>.Builder _moved = ImmutableArray.CreateBuilder<(Moment, int)>();
    private ModelContent _content = ModelContent.Empty;
    private DateOnly? _day;
    private int _score, _open;

    /// <summary>The kinds of entity that the open risk follows from: the others need not be read.</summary>
    public static ImmutableArray<string> Kinds { get; } = [ShapeOf<Threat>.Name, ShapeOf<Mitigation>.Name, ShapeOf<MitigationLink>.Name, ShapeOf<Acceptance>.Name];

    /// <summary>The model as far as it was followed, in the kinds of <see cref="Kinds"/> at least.</summary>
    public ModelContent Content => _content;

    /// <summary>The day of the first entry; null before any.</summary>
    public DateOnly? First { get; private set; }

    /// <summary>The next entry; one that is dated before the last belongs to the last one's day.</summary>
    public void Add(Moment moment)
    {
        MoveTo(zone.DayOf(moment.At));
        First ??= _day;
        var before = _score;
        var threats = moment.Changes.SelectMany(Touched).ToHashSet();
        _content = _content.Apply(moment.Changes);
        foreach (var change in moment.Changes) Index(change);
        foreach (var threat in threats.Concat(moment.Changes.SelectMany(Touched)).Distinct()) Count(threat);
        if (_score != before) _moved.Add((moment, _score - before));
    }

    /// <summary>A day's end for each day between, both included; nothing is added for days after the last that was followed but what expires by then.</summary>
    public ImmutableArray<RiskDay> Days(DateOnly from, DateOnly to)
    {
        if (_day is not { } last || last < to) MoveTo(to);
        var days = ImmutableArray.CreateBuilder<RiskDay>();
        var known = new RiskDay(from, 0, 0, []);
        var next = 0;
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            while (next < _days.Count && _days[next].Day < day) known = _days[next++];
            var own = next < _days.Count && _days[next].Day == day ? _days[next] : null;
            if (own is null && day == _day) own = new(day, _score, _open, _moved.ToImmutable());
            days.Add(own ?? known with { Day = day, Moved = [] });
        }

        return days.ToImmutable();
    }

    /// <summary>Closes the days before; what expires on the way is counted from the day after its last.</summary>
    private void MoveTo(DateOnly day)
    {
        while (_expiring.TryPeek(out var threat, out var last) && last < day)
        {
            _expiring.Dequeue();
            if (last.AddDays(1) is var after && (_day is null || after > _day)) Close(after);
            Count(threat);
        }

        if (_day is null || day > _day) Close(day);
    }

    private void Close(DateOnly next)
    {
        if (_day is { } day) _days.Add(new(day, _score, _open, _moved.ToImmutable()));
        (_day, _moved) = (next, ImmutableArray.CreateBuilder<(Moment, int)>());
    }

    private IEnumerable<Id<Threat>> Touched(Change change) => change switch
    {
        Change<Threat> { Entity.Id: var id } => [new(id)],
        Change<MitigationLink> link => new[] { link.Before, link.After }.OfType<MitigationLink>().Select(known => known.Threat),
        Change<Acceptance> acceptance => new[] { acceptance.Before, acceptance.After }.OfType<Acceptance>().Select(known => known.Threat),
        Change<Mitigation> { Entity.Id: var id } => _against.GetValueOrDefault(new(id), []).Select(link => _content.Find<MitigationLink>(link.Value)).OfType<MitigationLink>().Select(link => link.Threat),
        _ => [],
    };

    private void Index(Change change)
    {
        if (change is Change<MitigationLink> link) Index(link.Before, link.After);
        else if (change is Change<Acceptance> acceptance) Index(acceptance.Before, acceptance.After);
    }

    private void Index(MitigationLink? was, MitigationLink? now)
    {
        if (was is not null)
        {
            Of(_links, was.Threat).Remove(was.Id);
            Of(_against, was.Mitigation).Remove(was.Id);
        }

        if (now is null) return;
        Of(_links, now.Threat).Add(now.Id);
        Of(_against, now.Mitigation).Add(now.Id);
    }

    private void Index(Acceptance? was, Acceptance? now)
    {
        if (was is not null) Of(_acceptances, was.Threat).Remove(was.Id);
        if (now is null) return;
        Of(_acceptances, now.Threat).Add(now.Id);
        if (now.State is AcceptanceState.Approved) _expiring.Enqueue(now.Threat, now.Terms.Expires);
    }

    private static HashSet<TValue> Of<TKey, TValue>(Dictionary<TKey, HashSet<TValue>> sets, TKey key)
        where TKey : notnull => sets.TryGetValue(key, out var set) ? set : sets[key] = [];

    private void Count(Id<Threat> id)
    {
        var now = _content.Find<Threat>(id.Value) is { } threat ? Of(threat) : default;
        var was = _counted.GetValueOrDefault(id);
        _score += now.Score - was.Score;
        _open += (now.IsOpen ? 1 : 0) - (was.IsOpen ? 1 : 0);
        _counted[id] = now;
    }

    private (int Score, bool IsOpen) Of(Threat threat)
    {
        var links =
            from id in _links.GetValueOrDefault(threat.Id, [])
            let link = _content.Find<MitigationLink>(id.Value)
            let mitigation = _content.Find<Mitigation>(link?.Mitigation)
            where link is not null && mitigation is not null
            select (link, mitigation);
        var isAccepted = _acceptances.GetValueOrDefault(threat.Id, []).Any(acceptance => _content.Find<Acceptance>(acceptance.Value)?.Holds(_day!.Value) is true);
        var state = ThreatState.Of(threat, [.. links], isAccepted);
        return state.Status.IsOpen() ? (state.ResidualScore, true) : default;
    }
}
