using System.Collections.Immutable;
using ThreatBoard.Data;
using ThreatBoard.Domain.Assessing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Editing;

namespace ThreatBoard.Web.Features.Assessing;

/// <summary>One person going through the queue: which threat is at hand, what is chosen so far, and what each key does. No browser in it.</summary>
/// <param name="content">What the person sees now.</param>
/// <param name="save">Puts a decision through the door, and asks the person what the door asks.</param>
public sealed class AssessSession(Func<ModelContent> content, Func<ImmutableArray<Change>, Task<Outcome>> save)
{
    private readonly List<Id<Threat>> _order = [];
    private Id<Threat>? _last;
    private int _at;

    public int? Likelihood { get; private set; }

    public int? Impact { get; private set; }

    /// <summary>The rule's rating is taken over, not judged.</summary>
    public bool IsSuggestion { get; private set; }

    public string Justification { get; set; } = "";

    public Id<Actor>? Actor { get; set; }

    /// <summary>Why the last decision was not kept; null when all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>The threat at hand; null where the queue is empty, or it was removed.</summary>
    public Threat? Current => _at < _order.Count ? content().Find<Threat>(_order[_at].Value) : null;

    /// <summary>1 for the first.</summary>
    public int Place => _at + 1;

    public int Count => _order.Count;

    public Rating? Chosen => Likelihood is { } likelihood && Impact is { } impact ? new(likelihood, impact) : null;

    /// <summary>Takes the queue as it is asked for now; the threat at hand stays at hand where it is in it.</summary>
    public void Begin(IEnumerable<Id<Threat>> order, Id<Threat>? first = null)
    {
        var wanted = first ?? Current?.Id;
        _order.Clear();
        _order.AddRange(order);
        Show(Math.Max(0, wanted is { } known ? _order.IndexOf(known) : 0));
    }

    /// <summary>Threats that came since go to the end: what is at hand and its neighbours stay where they are.</summary>
    public void Join(IEnumerable<Id<Threat>> order)
    {
        var wasEmpty = _order.Count == 0;
        _order.AddRange(order.Except(_order).ToList());
        if (wasEmpty && _order.Count > 0) Show(0);
    }

    /// <param name="key"><c>1</c> to <c>5</c>, <c>L1</c> or <c>I1</c> for a figure that was pointed at, <c>s</c>, <c>Enter</c>, <c>j</c>, <c>k</c> or <c>Backspace</c>; anything else does nothing.</param>
    /// <returns>False where the keys that were pressed after it were meant for another threat than the one at hand now.</returns>
    public async Task<bool> PressAsync(string key)
    {
        Problem = null;
        switch (key)
        {
            case "1" or "2" or "3" or "4" or "5": Rate(key[0] - '0'); break;
            case ['L', >= '1' and <= '5' and var figure]: Choose(figure - '0', Impact); break;
            case ['I', >= '1' and <= '5' and var figure]: Choose(Likelihood, figure - '0'); break;
            case "s": TakeOver(); break;
            case "j": Move(1); break;
            case "k": Move(-1); break;
            case "Backspace": Choose(null, null); break;
            case "Enter": return await SaveAsync();
        }

        return true;
    }

    private void Choose(int? likelihood, int? impact) => (Likelihood, Impact, IsSuggestion) = (likelihood, impact, false);

    /// <summary>The first figure is the likelihood, the second the impact; a third begins again.</summary>
    private void Rate(int figure)
    {
        if (Likelihood is null || Chosen is not null) Choose(figure, null);
        else Choose(Likelihood, figure);
    }

    private void TakeOver()
    {
        if (Current?.Suggested is { } suggested) (Likelihood, Impact, IsSuggestion) = (suggested.Likelihood, suggested.Impact, true);
        else Problem = "No rule suggests a rating here: press a figure for the likelihood, and one for the impact.";
    }

    private void Move(int by) => Show(Math.Clamp(_at + by, 0, Math.Max(0, _order.Count - 1)));

    private async Task<bool> SaveAsync()
    {
        if (Current is not { } threat) return true;
        if (Chosen is not { } rating)
        {
            Problem = Likelihood is null ? "How likely is it? Press 1 to 5, then 1 to 5 for the impact." : "How bad would it be? Press 1 to 5 for the impact.";
            return false;
        }

        var seen = content();
        var change = IsSuggestion && Assess.BySuggestion(seen, threat, Justification.Trim(), Actor) is { } taken
            ? taken
            : Assess.By(seen, threat, rating.Likelihood, rating.Impact, Justification.Trim(), Actor);
        if (Missing() is { } missing) Problem = missing;
        else if (change.After != threat) Problem = Refusals.Why(await save([change]));
        if (Problem is not null) return false;
        _last = threat.Id;
        Show(_at + 1 < _order.Count ? _at + 1 : FirstLeft() ?? _at);
        return true;
    }

    /// <summary>What was passed over comes again at the end.</summary>
    private int? FirstLeft()
    {
        var now = content();
        var left = _order.FindIndex(id => now.Find<Threat>(id.Value) is { } threat && AssessmentQueue.ReasonOf(now, threat) is not QueueReason.Assessed);
        return left < 0 ? null : left;
    }

    private string? Missing() =>
        string.IsNullOrWhiteSpace(Justification) ? "Say why: a few words that the next reader can follow."
        : Actor is null ? "Say who would do it: add an actor to the model first, where there is none."
        : null;

    private void Show(int at)
    {
        _at = at;
        if (Current is not { } threat) return;
        var filled = Prefill.Of(content(), threat, content().Find(_last));
        var known = threat.Assessment;
        (Likelihood, Impact, IsSuggestion) = (known?.Likelihood, known?.Impact, known?.Source is AssessmentSource.Suggestion);
        (Justification, Actor) = known is { Justification.Length: > 0 } ? (known.Justification, threat.Actor ?? filled.Actor) : (filled.Justification, filled.Actor);
    }
}
