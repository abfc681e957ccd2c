using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Acceptances;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Workflow;

/// <summary>Two people decide about the same risk at the same moment, on real PostgreSQL.</summary>
public sealed class DecisionRaceTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static int Rounds => MatrixSize.Of(8, 100);

    [Fact]
    [Trait("Matrix", "B8")]
    public async Task Of_two_who_approve_at_once_one_wins_and_the_other_is_told()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var risk = await AcceptedRisk.RequestedAsync(database);
            var both = await Task.WhenAll(risk.TakeAsync(risk.Rita, risk.Approve()), risk.TakeAsync(risk.Owner, risk.Approve()));
            Assert.Single(both.OfType<Outcome.Applied>());
            Assert.Contains("already", Assert.Single(Assert.Single(both.OfType<Outcome.Refused>()).Violations).Message, StringComparison.Ordinal);
            Assert.Equal((AcceptanceState.Approved, ThreatStatus.Accepted), await StandAsync(risk));
        }
    }

    [Fact]
    [Trait("Matrix", "B8")]
    public async Task Approving_against_withdrawing_leaves_one_of_the_two_and_never_both()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var risk = await AcceptedRisk.RequestedAsync(database);
            var (approved, withdrawn) = (risk.TakeAsync(risk.Rita, risk.Approve()), risk.TakeAsync(risk.Grace, new WithdrawAcceptance(risk.Acceptance, risk.Threat.Id, "we mend it")));
            await Task.WhenAll(approved, withdrawn);
            Assert.IsType<Outcome.Applied>(await withdrawn);
            Assert.Equal((AcceptanceState.Ended, ThreatStatus.Assessed), await StandAsync(risk));
        }
    }

    [Fact]
    [Trait("Matrix", "B8")]
    public async Task Approving_against_treating_otherwise_never_gives_an_accepted_risk_that_is_mitigated()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var risk = await AcceptedRisk.RequestedAsync(database);
            var seen = (await risk.StoredAsync()).Threat;
            var edit = database.EditAsync(risk.Owner, Change.Of(seen, seen with { Treatment = new(TreatmentKind.Mitigate, "") }));
            await Task.WhenAll(edit, risk.TakeAsync(risk.Rita, risk.Approve()));
            Assert.Contains("withdraw the acceptance", Assert.Single(Assert.IsType<Outcome.Refused>(await edit).Violations).Message, StringComparison.Ordinal);
            Assert.Equal((AcceptanceState.Approved, ThreatStatus.Accepted), await StandAsync(risk));
        }
    }

    [Fact]
    [Trait("Matrix", "B8")]
    public async Task Of_two_who_ask_at_once_one_asks()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var risk = await AcceptedRisk.RequestedAsync(database);
            await risk.TakeAsync(risk.Grace, new WithdrawAcceptance(risk.Acceptance, risk.Threat.Id, "anew"));
            var terms = (await risk.StoredAsync()).Acceptance.Terms;
            var both = await Task.WhenAll(
                risk.TakeAsync(risk.Grace, new RequestAcceptance(Some.Id<Acceptance>(), risk.Threat.Id, terms)), risk.TakeAsync(risk.Owner, new RequestAcceptance(Some.Id<Acceptance>(), risk.Threat.Id, terms)));
            Assert.Single(both.OfType<Outcome.Applied>());
            await risk.HoldsTogetherAsync();
        }
    }

    [Fact]
    public async Task Nobody_forges_a_decision_by_an_edit()
    {
        var risk = await AcceptedRisk.RequestedAsync(database);
        var (acceptance, _, _) = await risk.StoredAsync();
        var forged = acceptance with { Decision = new(IsApproved: true, risk.Rita.Person.Id, "Rita", DateTimeOffset.UnixEpoch, "", IsAlone: false) };
        Assert.NotEmpty(Refused(await database.EditAsync(risk.Owner, Change.Of(acceptance, forged))));
        Assert.NotEmpty(Refused(await database.EditAsync(risk.Owner, Change.Remove(acceptance))));
        Assert.NotEmpty(Refused(await database.EditAsync(risk.Owner, Change.Add(forged with { Id = Some.Id<Acceptance>() }))));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => risk.TakeAsync(risk.Grace, risk.Approve()));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => risk.TakeAsync(risk.Grace, new ExpireAcceptances([risk.Threat.Id])));
    }

    [Fact]
    public async Task A_decision_is_withdrawn_and_never_undone()
    {
        var risk = await AcceptedRisk.ApprovedAsync(database);
        var undo = await database.Journal.UndoAsync(risk.Rita, TestContext.Current.CancellationToken);
        Assert.Null(undo.Undo);
        var (acceptance, _, _) = await risk.StoredAsync();
        Assert.Equal(("Grace", "Rita", false), (acceptance.Requested.Name, acceptance.Decision!.Name, acceptance.Decision.IsAlone));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_acceptance_that_holds_and_an_approver_who_asked()
    {
        var risk = await AcceptedRisk.ApprovedAsync(database);
        const string Copied = """
            INSERT INTO acceptance (model_id, id, version, threat, terms_reason, terms_controls, terms_expires, requested_person, requested_name, requested_at,
              decision_is_approved, decision_person, decision_name, decision_at, decision_word, decision_is_alone)
            SELECT model_id, gen_random_uuid(), version, threat, terms_reason, terms_controls, terms_expires, requested_person, requested_name, requested_at,
              decision_is_approved, decision_person, decision_name, decision_at, decision_word, decision_is_alone FROM acceptance WHERE id = $1
            """;
        Assert.Equal("ux_acceptance_holds", (await Assert.ThrowsAsync<PostgresException>(() => database.TamperAsync(Copied, risk.Acceptance.Value))).ConstraintName);
        const string Own = "UPDATE acceptance SET decision_person = requested_person WHERE id = $1";
        Assert.Equal("ck_acceptance_approver", (await Assert.ThrowsAsync<PostgresException>(() => database.TamperAsync(Own, risk.Acceptance.Value))).ConstraintName);
    }

    private static System.Collections.Immutable.ImmutableArray<Violation> Refused(Outcome outcome) => Assert.IsType<Outcome.Refused>(outcome).Violations;

    private static async Task<(AcceptanceState, ThreatStatus)> StandAsync(AcceptedRisk risk)
    {
        await risk.HoldsTogetherAsync();
        var (acceptance, _, status) = await risk.StoredAsync();
        return (acceptance.State, status);
    }
}
