using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Generators;

/// <summary>Adds what the workflow writes to a model: coverage, iterations, acceptances, approvals and a review plan.</summary>
internal sealed class RecordMaker(Dice dice)
{
    public ModelContent Onto(ModelContent content)
    {
        content = Marked(content);
        var iterations = Enumerable.Range(1, 1 + dice.UpTo(2)).Select(Iteration).ToList();
        if (dice.Chance(50)) iterations[^1] = Shortened(iterations[^1]);
        content = content.With(iterations).With([.. content.All<Threat>().OrderBy(t => t.Id).SelectMany(Acceptances)]);
        var approval = new Approval { Id = new(dice.Id()), Iteration = dice.Maybe(iterations)?.Id, Asked = Signed(), Digest = dice.Text() };
        return content
            .With(dice.Chance(50) ? approval : approval with { Decision = new(dice.Chance(50), dice.Id(), dice.Word(), At(), dice.Text(), dice.Chance(10)) })
            .With(new ReviewPlan { Id = new(dice.Id()), Months = 1 + dice.UpTo(11), Owner = Owner.Named(dice.Word()), From = dice.Day(), DueSince = dice.Day() })
            .With(new KnownRules { Id = KnownRules.OfModel, Rules = ["Tampering FLOW-001"] });
    }

    private ModelContent Marked(ModelContent content)
    {
        var table = CoverageTable.Of(content);
        var digests = SubjectDigests.Of(content);
        return content.With<CoverageMark>(
        [
            .. dice.Some(table.Cells, 1 + (table.Cells.Length / 3)).Append(table.Cells[0]).DistinctBy(answer => answer.Cell).Select(answer => new CoverageMark
            {
                Id = new(dice.Id()), Subject = answer.Cell.Subject, Category = answer.Cell.Category, Kind = dice.Value<CoverageMarkKind>(), Word = dice.Word(),
                Digest = dice.Chance(70) ? digests[answer.Cell] : dice.Text(),
            }),
        ]);
    }

    private Iteration Iteration(int number) => new()
    {
        Id = new(dice.Id()),
        Number = number,
        Reason = number == 1 ? IterationReason.FirstLook : dice.Chance(50) ? new(IterationCause.ArchitectureChanged, dice.Text(), dice.UpTo(99)) : new(IterationCause.Date, dice.Text(), null),
        Opened = Signed(),
        Phase = IterationPhase.Closed,
        Closings = [.. new[] { IterationPhase.Identify, IterationPhase.Assess, IterationPhase.Mitigate }.Select(Closing)],
        Participants = [dice.Tag(), dice.Tag()],
        RulesRun = dice.Chance(50) ? null : new(dice.Text(), ["Tampering FLOW-001"]),
        Revision = number,
    };

    private Iteration Shortened(Iteration iteration)
    {
        var phases = dice.UpTo(2);
        return iteration with { Phase = (IterationPhase)phases, Closings = iteration.Closings.Take(phases).ToValueList(), Revision = null };
    }

    private PhaseClosing Closing(IterationPhase phase) => new(phase, dice.Id(), dice.Word(), At(), dice.Text(), dice.Chance(70) ? [] : [dice.Word()]);

    private IEnumerable<Acceptance> Acceptances(Threat threat)
    {
        if (!dice.Chance(60)) yield break;
        var first = new Acceptance { Id = new(dice.Id()), Threat = threat.Id, Terms = new(dice.Word(), dice.Text(), dice.Day() ?? new(2031, 1, 1)), Requested = Signed() };
        if (threat.Treatment.Kind is TreatmentKind.Accept && dice.Chance(60))
        {
            yield return dice.Chance(30) ? first : first with { Decision = Decision(isApproved: true) };
            yield break;
        }

        var ended = first with { Decision = Decision(isApproved: true), Ending = new(dice.Value<AcceptanceEnd>(), dice.Id(), dice.Word(), At(), dice.Text()) };
        yield return ended;
        if (dice.Chance(50)) yield return first with { Id = new(dice.Id()), Decision = Decision(isApproved: false), Renews = ended.Id };
    }

    private AcceptanceDecision Decision(bool isApproved) => new(isApproved, dice.Id(), dice.Word(), At(), dice.Text(), dice.Chance(10));

    private Signature Signed() => new(dice.Id(), dice.Word(), At());

    private DateTimeOffset At() => DateTimeOffset.UnixEpoch.AddMicroseconds(dice.UpTo(2_000_000_000));
}
