using System.Text.Json;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Testing;
using ThreatBoard.Web.Comparing;
using ThreatBoard.Web.Features.Revisions;

namespace ThreatBoard.Web.Tests.Revisions;

public sealed class ComparisonExportTests
{
    private const string Hostile = "=cmd|' /C calc'!A0 <script>alert(1)</script> [x](javascript:alert(1)) \"q\"\n# not a heading";

    private static readonly Component s_web = Some.Component();
    private static readonly ModelContent s_before = ModelContent.Empty.With(s_web);
    private static readonly ModelContent s_after = s_before.With(s_web with { Technology = Hostile }).With(Some.Threat(ThreatSubject.Of(s_web), Hostile) with { Suggested = new(3, 4) });

    private static readonly JournalEntryRow s_entry = new()
    {
        ModelId = Guid.Empty, Number = 3, Operation = Guid.Empty, OperationDigest = [], Kind = EntryKind.Edit, By = Setter.Person, AuthorId = Guid.Empty, Author = "Ada <b>",
        At = DateTimeOffset.UnixEpoch, Reason = Hostile, Summary = "changing component “web”", Changes = 1, BodyDigest = [], Hash = [],
    };

    private static ComparedRevisions Compared => new("The *shop*", null, null, 4, s_before, s_after, RevisionComparison.Of(s_before, s_after), BandScale.Usual);

    [Fact]
    public void In_Markdown_nobodys_text_becomes_markup()
    {
        var text = ComparisonMarkdown.Write(Compared, [s_entry]);
        Assert.Contains("# The \\*shop\\*", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.DoesNotContain("](javascript", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n# not", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
        Assert.Contains("New threats: 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_tells_every_change_by_id_with_its_fields()
    {
        using var json = JsonDocument.Parse(ComparisonJson.Write(Compared, [s_entry]));
        var change = json.RootElement.GetProperty("changes").EnumerateArray().First(one => one.GetProperty("kind").GetString() == "component");
        Assert.Equal((s_web.Id.Value, "changed"), (change.GetProperty("id").GetGuid(), change.GetProperty("change").GetString()));
        Assert.Equal(Hostile, change.GetProperty("fields")[0].GetProperty("after").GetString());
        Assert.True(json.RootElement.GetProperty("risk").GetProperty("threats")[0].GetProperty("new").GetBoolean());
        Assert.Equal("Ada <b>", json.RootElement.GetProperty("journal")[0].GetProperty("author").GetString());
    }

    [Fact]
    public void No_cell_of_the_table_is_a_formula()
    {
        var text = ComparisonCsv.Write(Compared.Comparison);
        Assert.Contains("\"'=cmd|", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=", text, StringComparison.Ordinal);
    }
}
