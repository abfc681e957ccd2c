using ThreatBoard.Domain.Acceptances;
using ThreatBoard.Domain.Assessing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Mitigations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Tests.Generators;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Tests.Workflow;

/// <summary>Random people do random things to a small model, sensible and not, while days pass.</summary>
internal sealed class RandomPlay(int seed)
{
    private readonly Dice _dice = new(seed);

    public Stage Stage { get; } = new(Shop.Content) { Rules = WorkingRules.Usual with { AsksApproval = seed % 2 == 0, VerifierDiffers = seed % 3 == 0 } };

    public HashSet<string> Refusals { get; } = [];

    public HashSet<BlockerKind> Missed { get; } = [];

    public void Act()
    {
        switch (_dice.UpTo(17))
        {
            case 0: Stage.Now = Stage.Now.AddDays(_dice.UpTo(25)); break;
            case 1: Take(new OpenIteration(new(_dice.Id()), _dice.OneOf([IterationReason.FirstLook, new(IterationCause.Date, "", null)]))); break;
            case 2 or 3 when Stage.Content.CountOf<Iteration>() > 0: ClosePhase(); break;
            case 4: Stage.Edit(Person(), Change.Add(Shop.Threat(1_000 + Stage.Journal.Count, _dice.Value<Stride>(), Subject()))); break;
            case 5: Cover(); break;
            case 6: Stage.RunRules(); break;
            case 7 or 8: OnThreat(Assessed); break;
            case 9 or 16: OnThreat(Treated); break;
            case 10: Accept(); break;
            case 11: Decide(); break;
            case 12: Mitigate(); break;
            case 13: Move(); break;
            case 14: Approve(); break;
            case 17 when _dice.Chance(20): Cut(); break;
            default: Architecture(); break;
        }
    }

    private Signatory Person() => _dice.OneOf([Stage.Ada, Stage.Grace, Stage.Rita, Stage.Calendar]);

    private void Take(Step step)
    {
        foreach (var problem in Stage.Take(Person(), step).Problems) Refusals.Add(problem.Message);
    }

    private void ClosePhase()
    {
        var iteration = Stage.Iteration;
        Missed.UnionWith(PhaseGuard.Missing(Stage.Content, iteration, Stage.Today).Select(blocker => blocker.Kind));
        if (iteration.Phase is IterationPhase.Mitigate) Missed.UnionWith(ApprovalGuard.Of(Stage.Ground(Stage.Ada)).Select(blocker => blocker.Kind));
        Take(new ClosePhase(iteration.Id, _dice.Chance(90) ? iteration.Phase : _dice.Value<IterationPhase>(), _dice.Chance(30) ? "late" : ""));
    }

    private void Cover()
    {
        var cells = _dice.Chance(50) ? CoverageTable.Of(Stage.Content).Cells.Select(answer => answer.Cell) : Marking.Column(Stage.Content, _dice.Value<Stride>());
        Stage.Edit(Stage.Grace, [.. Marking.Of(Stage.Content, cells, _dice.Value<CoverageMarkKind>(), "looked", TimeProvider.System)]);
    }

    private Threat Assessed(Threat threat) => _dice.Chance(80)
        ? Assess.By(Stage.Content, threat, 1 + _dice.UpTo(4), 1 + _dice.UpTo(4), _dice.Chance(80) ? "seen" : "", _dice.Chance(80) ? Shop.Attacker.Id : null).After!
        : threat with { Assessment = null };

    private Threat Treated(Threat threat) => threat with
    {
        Treatment = _dice.UpTo(7) switch
        {
            0 => Treatment.Undecided,
            1 => new(TreatmentKind.Transfer, "insured", _dice.Chance(50) ? "insurer" : ""),
            2 => new(TreatmentKind.NotApplicable, "no"),
            3 => new(TreatmentKind.Accept, "by hand"),
            _ => new(TreatmentKind.Mitigate, ""),
        },
    };

    private void OnThreat(Func<Threat, Threat> edit)
    {
        if (Any<Threat>() is { } threat && edit(threat) is var after && after != threat) Stage.Edit(Stage.Grace, Change.Of(threat, after));
    }

    private void Accept()
    {
        if (Any<Threat>() is { } threat) Take(new RequestAcceptance(new(_dice.Id()), threat.Id, new(_dice.Chance(90) ? "small" : "", "", Stage.Today.AddDays(_dice.UpTo(40)))));
    }

    private void Decide()
    {
        if (Any<Acceptance>() is not { } acceptance) return;
        Take(_dice.UpTo(5) switch
        {
            0 => new WithdrawAcceptance(acceptance.Id, acceptance.Threat, "no more"),
            1 => new ExpireAcceptances([acceptance.Threat]),
            2 => new DecideAcceptance(acceptance.Id, acceptance.Threat, Approves: false, "no"),
            _ => new DecideAcceptance(acceptance.Id, acceptance.Threat, Approves: true),
        });
    }

    private void Mitigate()
    {
        if (Any<Threat>() is not { } threat) return;
        var mitigation = new Mitigation { Id = new(_dice.Id()), Title = "m", Owner = _dice.Chance(50) ? Owner.Named("Ada") : Owner.Nobody, Due = _dice.Chance(50) ? Stage.Today.AddDays(9) : null };
        Stage.Edit(Stage.Grace, Change.Add(mitigation), Change.Add(new MitigationLink { Id = new(_dice.Id()), Mitigation = mitigation.Id, Threat = threat.Id }));
    }

    private void Move()
    {
        if (Any<Mitigation>() is not { } mitigation) return;
        var by = Person();
        var (signed, problem) = MitigationMoves.Settle(Change.Of(mitigation, mitigation with { Status = _dice.Value<MitigationStatus>() }), new(by.Person, by.Name, Stage.Now), Stage.Rules.VerifierDiffers);
        if (problem is null) Stage.Edit(by, signed);
        else Refusals.Add(problem);
    }

    private void Approve()
    {
        if (_dice.Chance(40) || Any<Approval>() is not { } approval) Take(new AskApproval(new(_dice.Id())));
        else Take(new DecideApproval(approval.Id, Approves: _dice.Chance(80), "word"));
    }

    private void Architecture()
    {
        var element = Stage.Find(_dice.OneOf([Shop.Web, Shop.Orders]).Id);
        Stage.Edit(Stage.Grace, Change.Of(element, _dice.Chance(50) ? element with { IsContainer = !element.IsContainer } : element with { Name = _dice.Tag() }));
    }

    /// <summary>The flow goes, and with it what was said of it; threats with decisions stay.</summary>
    private void Cut()
    {
        if (Stage.Content.Find<Flow>(Shop.Call.Id.Value) is { } flow) Stage.Edit(Stage.Grace, Change.Remove(flow));
    }

    private EntityRef Subject() => _dice.OneOf([EntityRef.To(Shop.Web), EntityRef.To(Shop.Orders), .. Stage.Content.All<Flow>().Select(EntityRef.To)]);

    private T? Any<T>()
        where T : class, IEntity<T> => Stage.Content.CountOf<T>() == 0 ? null : _dice.OneOf([.. Stage.Content.All<T>().OrderBy(entity => entity.Key)]);
}
