using System.Collections.Immutable;
using ThreatBoard.Domain.Assessing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Iterations;

/// <summary>What stands between an iteration and its next phase; pure, so that the door, the pages and the tests ask the same.</summary>
public static class PhaseGuard
{
    /// <summary>What the phase of an iteration misses: its own work, and what has come up since for the phases before it.</summary>
    public static ImmutableArray<Blocker> Missing(ModelContent content, Iteration iteration, DateOnly today) =>
        Missing(content, iteration, today, LookAgain(content, iteration, today));

    internal static ImmutableArray<Blocker> Missing(ModelContent content, Iteration iteration, DateOnly today, ImmutableArray<Blocker> lookAgain) =>
        iteration.IsOpen ? [.. lookAgain, .. Of(iteration.Phase, content, iteration, today)] : [];

    /// <summary>What must be looked at again because the model changed after a phase was closed, and only that: what was left out knowingly is not asked twice.</summary>
    public static ImmutableArray<Blocker> LookAgain(ModelContent content, Iteration iteration, DateOnly today)
    {
        var left = iteration.Closings.SelectMany(closing => closing.Left).ToHashSet(StringComparer.Ordinal);
        return [.. from closed in iteration.Closings
                   from blocker in Of(closed.Phase, content, iteration, today)
                   where !left.Contains(blocker.Key)
                   select blocker];
    }

    /// <summary>Everything that one phase misses, whatever was left out.</summary>
    public static ImmutableArray<Blocker> Of(IterationPhase phase, ModelContent content, Iteration iteration, DateOnly today) => phase switch
    {
        IterationPhase.Identify => [.. Rules(content, iteration), .. CoverageTable.Of(content).Missing.Select(answer => Cell(content, answer))],
        IterationPhase.Assess => [.. Carried(content, today).SelectMany(threat => Assessing(content, threat))],
        IterationPhase.Mitigate => [.. Carried(content, today).SelectMany(threat => TreatmentGuard.Of(content, threat, today))],
        _ => [],
    };

    private static IEnumerable<Blocker> Rules(ModelContent content, Iteration iteration)
    {
        var architecture = SubjectDigests.Of(content).Architecture;
        if (iteration.RulesRun?.Digest != architecture)
            yield return new(BlockerKind.RulesNotRun, EntityRef.WholeModel, null, "Run the rules: the model has changed since they ran, or they have not run in this iteration.", architecture);
    }

    private static Blocker Cell(ModelContent content, CellAnswer answer)
    {
        var (name, category) = (content.TitleOf(answer.Cell.Subject), answer.Cell.Category);
        return new(
            answer.State is CellState.Outdated ? BlockerKind.CellOutdated : BlockerKind.CellOpen,
            answer.Cell.Subject,
            category,
            answer.State is CellState.Outdated
                ? $"“{name}” has changed since it was looked at for {StrideWords.Of(category)}: look again."
                : $"Nobody has looked at “{name}” for {StrideWords.Of(category)}: write a threat, or say that there is nothing here.",
            SubjectDigests.Of(content)[answer.Cell]);
    }

    /// <summary>The threats whose risk is still carried, by id.</summary>
    private static IEnumerable<Threat> Carried(ModelContent content, DateOnly today)
    {
        var states = ThreatState.OfAll(content, today);
        return content.All<Threat>().Where(threat => states[threat.Id].Status.CarriesRisk()).OrderBy(threat => threat.Id);
    }

    private static IEnumerable<Blocker> Assessing(ModelContent content, Threat threat)
    {
        var about = EntityRef.To(threat);
        if (threat.Assessment is not { } assessment)
        {
            yield return new(BlockerKind.NotAssessed, about, null, $"Assess “{threat.Title}”: how likely, and how bad?");
            yield break;
        }

        if (string.IsNullOrWhiteSpace(assessment.Justification)) yield return new(BlockerKind.NoJustification, about, null, $"Say why “{threat.Title}” is assessed so.");
        if (threat.Actor is null) yield return new(BlockerKind.NoActor, about, null, $"Name who would do “{threat.Title}”.");
        if (Assess.IsOutdated(content, threat))
            yield return new(BlockerKind.AssessmentOutdated, about, null, $"What “{threat.Title}” is about has changed since it was assessed: look again.", Assess.LookedAt(content, threat));
    }
}
