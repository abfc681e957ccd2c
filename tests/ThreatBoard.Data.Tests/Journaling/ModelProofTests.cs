using ThreatBoard.Domain.Changes;
using ThreatBoard.Testing;
using ThreatBoard.Testing.Postgres;

namespace ThreatBoard.Data.Tests.Journaling;

public sealed class ModelProofTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sound_database_has_no_offender_and_a_row_changed_by_hand_is_one()
    {
        var model = await database.NewModelAsync("Shop");
        await database.EditAsync(model, Change.Add(Some.Asset()));
        await database.ApplyAsync(model, new Intent.Publish("First"));
        Assert.Empty(await ModelProof.OffendersAsync(database.OwnerConnectionString, Cancel));

        await database.TamperAsync("UPDATE asset SET name = 'other' WHERE model_id = $1", model.ModelId);

        Assert.StartsWith("Shop: Changed asset:", Assert.Single(await ModelProof.OffendersAsync(database.OwnerConnectionString, Cancel)));
    }
}
