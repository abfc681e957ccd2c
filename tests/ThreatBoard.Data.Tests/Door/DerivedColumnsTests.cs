using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Door;

public sealed class DerivedColumnsTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Status_and_risk_follow_assessment_mitigation_and_treatment()
    {
        var model = await database.NewModelAsync();
        var threat = Some.Threat();
        var mitigation = Some.Mitigation();
        var link = Some.Link(mitigation, threat) with { Effect = new(2, 1) };

        await database.EditAsync(model, Change.Add(threat));
        Assert.Equal((ThreatStatus.Open, null, 0), await StoredAsync(model, threat));
        var assessed = threat with { Assessment = new(4, 5, "exposed") };
        await database.EditAsync(model, Change.Of(threat, assessed));
        Assert.Equal((ThreatStatus.Assessed, 20, 20), await StoredAsync(model, threat));
        await database.EditAsync(model, Change.Add(mitigation), Change.Add(link));
        Assert.Equal((ThreatStatus.InTreatment, 20, 20), await StoredAsync(model, threat));
        var done = mitigation with { Status = MitigationStatus.Implemented };
        await database.EditAsync(model, Change.Of(mitigation, done));
        Assert.Equal((ThreatStatus.Mitigated, 20, 8), await StoredAsync(model, threat));
        await database.EditAsync(model, Change.Of(link, link with { Effect = new(3, 1) }));
        Assert.Equal((ThreatStatus.Mitigated, 20, 4), await StoredAsync(model, threat));
        await database.ApplyAsync(model, new Intent.Edit([Change.Remove((await database.RowsAsync(model)).Find<Mitigation>(done.Id.Value)!)], Setter.Person, WithClosure: true));
        Assert.Equal((ThreatStatus.Assessed, 20, 20), await StoredAsync(model, threat));
        await database.EditAsync(model, Change.Of(assessed, assessed with { Treatment = new(TreatmentKind.Avoid, "switched off") }));
        Assert.Equal((ThreatStatus.Avoided, 20, 0), await StoredAsync(model, threat));
    }

    [Fact]
    public async Task Many_threats_at_once_get_theirs_too()
    {
        var model = await database.NewModelAsync();
        var threats = Enumerable.Range(0, 60).Select(i => Some.Threat(title: $"t{i}") with { Assessment = new(1 + (i % 5), 5, "") }).ToList();

        await database.EditAsync(model, [.. threats.Select(Change.Add)]);

        foreach (var threat in threats) Assert.Equal((ThreatStatus.Assessed, threat.Assessment!.Likelihood * 5, threat.Assessment.Likelihood * 5), await StoredAsync(model, threat));
    }

    [Fact]
    public async Task Derived_columns_agree_with_the_domain_after_everything()
    {
        var model = await database.NewModelAsync();
        await database.EditAsync(model, Setter.Anyone, [.. RoundTripTests.EveryKind]);

        foreach (var (id, state) in ThreatState.OfAll(await database.RowsAsync(model)))
            Assert.Equal((state.Status, state.Inherent?.Score, state.ResidualScore), await StoredAsync(model, new Threat { Id = id }));
    }

    private async Task<(ThreatStatus Status, int? Inherent, int Residual)> StoredAsync(ModelAccess model, Threat threat)
    {
        await using var db = database.Db();
        var row = await db.Threats.Of(model).Where(t => t.Id == threat.Id).Select(t => new
        {
            Status = EF.Property<ThreatStatus>(t, "Status"),
            Inherent = EF.Property<int?>(t, "InherentScore"),
            Residual = EF.Property<int>(t, "ResidualScore"),
        }).SingleAsync(Cancel);
        return (row.Status, row.Inherent, row.Residual);
    }
}
