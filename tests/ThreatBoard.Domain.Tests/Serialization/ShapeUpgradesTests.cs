using System.Text;
using System.Text.Json;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Domain.Tests.Serialization;

public sealed class ShapeUpgradesTests
{
    private const string Id = "00000001-0000-0000-0000-000000000000";

    private static readonly Threat s_threat = new() { Id = new(Guid.Parse(Id)), Title = "leak" };

    [Fact]
    public void A_document_of_shape_1_gives_owners_that_are_names()
    {
        var content = CanonicalJson.Read(Encoding.UTF8.GetBytes(
            $$$"""{"shape":1,"mitigation":[{"id":"{{{Id}}}","owner":"Ada \"the\" 数","title":"encrypt"}],"threat":[{"id":"{{{Id}}}","title":"leak"}]}"""));
        Assert.Equal(Owner.Named("Ada \"the\" 数"), Assert.Single(content.All<Mitigation>()).Owner);
        Assert.Equal(s_threat, Assert.Single(content.All<Threat>()));
    }

    [Fact]
    public void A_journal_row_of_shape_1_is_read_over_the_entity_as_it_is_now()
    {
        var content = ModelContent.Empty.With(s_threat with { Owner = Owner.Named("Ada") });
        var row = new ChangeJson(EntityRef.To(s_threat), """{"owner":"Ada"}"""u8.ToArray(), """{"owner":""}"""u8.ToArray(), Shape: 1);
        var change = Assert.IsType<Change<Threat>>(row.ToChange(content));
        Assert.Equal((Owner.Named("Ada"), Owner.Nobody), (change.Before!.Owner, change.After!.Owner));
    }

    [Fact]
    public void A_document_of_shape_2_gives_decisions_that_say_no_more_than_they_said()
    {
        var content = CanonicalJson.Read(Encoding.UTF8.GetBytes(
            $$$"""{"shape":2,"threat":[{"assessment":{"likelihood":2,"impact":3,"justification":"seen"},"id":"{{{Id}}}","title":"leak","treatment":{"kind":"Transfer","reason":"insured"}}]}"""));
        Assert.Equal(
            s_threat with { Assessment = new(2, 3, "seen"), Treatment = new(TreatmentKind.Transfer, "insured") }, Assert.Single(content.All<Threat>()));
    }

    [Fact]
    public void A_journal_row_of_shape_2_that_takes_an_assessment_away_is_read()
    {
        var content = ModelContent.Empty.With(s_threat with { Assessment = new(2, 3, "seen") });
        var row = new ChangeJson(EntityRef.To(s_threat), """{"assessment":{"likelihood":2,"impact":3,"justification":"seen"}}"""u8.ToArray(), """{"assessment":null}"""u8.ToArray(), Shape: 2);
        Assert.Null(Assert.IsType<Change<Threat>>(row.ToChange(content)).After!.Assessment);
    }

    [Fact]
    public void Fields_that_no_step_names_stay_as_they_are()
    {
        using var stored = JsonDocument.Parse("""{"owner":"a component has none","tags":["ß"]}""");
        Assert.True(JsonElement.DeepEquals(stored.RootElement, ShapeUpgrades.Of("component", stored.RootElement, 1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    public void A_shape_that_this_version_does_not_know_is_refused(int shape)
    {
        using var stored = JsonDocument.Parse("{}");
        Assert.Contains("Update ThreatBoard", Assert.Throws<JsonException>(() => ShapeUpgrades.Of("threat", stored.RootElement, shape)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_owner_is_stored_with_kind_account_and_name()
    {
        var owned = s_threat with { Owner = Owner.Team(Guid.Parse(Id), "Platform") };
        Assert.Equal(
            $$$"""{"owner":{"kind":"Team","account":"{{{Id}}}","name":"Platform"}}""",
            Encoding.UTF8.GetString(ChangeJson.Of(Change.Of(s_threat, owned)).After!));
    }

    [Theory]
    [InlineData(OwnerKind.None, null, "Ada", "neither")]
    [InlineData(OwnerKind.Person, null, "Ada", "missing")]
    [InlineData(OwnerKind.Team, Id, "", "no name")]
    [InlineData(OwnerKind.Named, Id, "Ada", "no account")]
    [InlineData(OwnerKind.Named, null, "A\u0000", "control character")]
    public void An_owner_whose_parts_do_not_agree_is_refused(OwnerKind kind, string? account, string name, string because) =>
        Assert.Contains(because, Owner.Problem(new(kind, account is null ? null : Guid.Parse(account), name)), StringComparison.Ordinal);
}
