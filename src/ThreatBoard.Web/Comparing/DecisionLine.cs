using System.Collections.Immutable;
using System.Globalization;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Comparing;

/// <summary>Something that was decided between two states of a model.</summary>
/// <param name="Words">What was decided, going on from the name.</param>
/// <param name="About">The threat that it is about; null where it is about the model.</param>
public sealed record DecisionLine(DateTimeOffset At, string Who, string Words, EntityRef? About)
{
    /// <summary>Iterations, acceptances and approvals as they were opened, closed, asked for, answered and ended, in the order of time.</summary>
    public static ImmutableArray<DecisionLine> Between(ModelContent before, ModelContent after) =>
    [
        .. after.All<Iteration>().SelectMany(iteration => Of(before.Find<Iteration>(iteration.Id.Value), iteration))
            .Concat(after.All<Acceptance>().SelectMany(acceptance => Of(before.Find<Acceptance>(acceptance.Id.Value), acceptance, Title(before, after, acceptance.Threat))))
            .Concat(after.All<Approval>().SelectMany(approval => Of(before.Find<Approval>(approval.Id.Value), approval, after)))
            .OrderBy(line => line.At),
    ];

    private static IEnumerable<DecisionLine> Of(Iteration? was, Iteration now)
    {
        if (was is null) yield return new(now.Opened.At, now.Opened.Name, $"opened iteration {Number(now)}: {DecisionWords.Of(now.Reason)}", About: null);
        foreach (var closing in now.Closings.Skip(was?.Closings.Count ?? 0))
        {
            yield return new(
                closing.At, closing.Name, $"closed {NameWords.Of(closing.Phase).ToLowerInvariant()} of iteration {Number(now)}{(closing.IsOverridden ? $", although something was missing: {closing.Override}" : "")}", About: null);
        }
    }

    private static IEnumerable<DecisionLine> Of(Acceptance? was, Acceptance now, string threat)
    {
        var about = EntityRef.To(now.Threat);
        if (was is null) yield return new(now.Requested.At, now.Requested.Name, $"asked to accept the risk of “{threat}” until {AcceptanceWords.Day(now.Terms.Expires)}", about);
        if (now.Decision is { } decision && was?.Decision is null)
            yield return new(decision.At, decision.Name, $"{(decision.IsApproved ? "accepted" : "refused to accept")} the risk of “{threat}”{(decision.IsApproved ? $" until {AcceptanceWords.Day(now.Terms.Expires)}" : "")}{Because(decision.Word)}", about);
        if (now.Ending is { } ending && was?.Ending is null) yield return new(ending.At, ending.Name, $"ended the acceptance of “{threat}” ({NameWords.Of(ending.Kind).ToLowerInvariant()}){Because(ending.Word)}", about);
    }

    private static IEnumerable<DecisionLine> Of(Approval? was, Approval now, ModelContent after)
    {
        var what = now.Iteration is { } id && after.Find<Iteration>(id.Value) is { } iteration ? $"iteration {Number(iteration)}" : "a revision";
        if (was is null) yield return new(now.Asked.At, now.Asked.Name, $"asked for the approval of {what}", About: null);
        if (now.Decision is { } decision && was?.Decision is null)
            yield return new(decision.At, decision.Name, $"{(decision.IsGiven ? "approved" : "refused")} {what}{(decision.IsAlone ? ", alone in the workspace" : "")}{Because(decision.Word)}", About: null);
    }

    private static string Title(ModelContent before, ModelContent after, Id<Threat> threat) => (after.Find<Threat>(threat.Value) ?? before.Find<Threat>(threat.Value))?.Title ?? "a threat that is gone";

    private static string Number(Iteration iteration) => iteration.Number.ToString(CultureInfo.InvariantCulture);

    private static string Because(string word) => word.Length == 0 ? "" : $": {word}";
}
