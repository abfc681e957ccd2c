using ThreatBoard.Domain.Workflow;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Acceptances;
using ThreatBoard.Web.Features.Lists;
using ThreatBoard.Web.Features.Mitigations;
using ThreatBoard.Web.Features.Threats;
using ThreatBoard.Web.Ui;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Tests.Lists;

[Trait("Matrix", "D15")]
public sealed class ModelListTests
{
    private static readonly WorkingDay s_day = new(new(2030, 6, 1), WorkingRules.Usual);

    public static TheoryData<string> Names => [.. ModelList.All.Select(list => list.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_cell_of_a_hostile_model_is_a_formula_and_each_line_is_as_wide_as_the_head(string name)
    {
        var list = ModelList.All.Single(one => one.Name == name);
        for (var turn = 0; turn < 40; turn++)
        {
            var lines = Cells(list.Write(Accepted(HostileModel.Make(turn).Content), WorkingDay.Usual).TrimStart('\uFEFF'));
            Assert.True(lines.Count > 1);
            Assert.All(lines, line => Assert.Equal(list.Heads.Length, line.Count));
            Assert.DoesNotContain(lines.SelectMany(line => line), cell => cell.Length > 0 && "=+-@\t\r＝＋－＠".Contains(cell[0]));
        }
    }

    [Fact]
    public void A_threat_is_told_with_risk_status_and_subject()
    {
        var web = Some.Component("storefront");
        var content = Domain.Changes.ModelContent.Empty.With(web).With(Some.Threat(Domain.Modeling.ThreatSubject.Of(web), "Read") with { Suggested = new(4, 4) });
        var row = Cells(ModelList.All[0].Write(content, WorkingDay.Usual).TrimStart('\uFEFF'))[1];
        Assert.Equal(["Read", "Information disclosure", "storefront", "Open", "critical", "4 x 4"], row[1..7]);
    }

    [Fact]
    public void What_is_filtered_is_written_in_its_order_and_nothing_else()
    {
        var (web, content) = (Some.Component("storefront"), Domain.Changes.ModelContent.Empty);
        var (low, high, done) = (Some.Threat(title: "low") with { Suggested = new(1, 2) }, Some.Threat(title: "high") with { Suggested = new(5, 4) }, Some.Threat(title: "done") with { Treatment = new(Domain.Modeling.TreatmentKind.NotApplicable, "no") });
        content = content.With(web).With([low, high, done]).With([Some.Mitigation("late") with { Due = new(2020, 1, 1) }, Some.Mitigation("later")]);
        Assert.Equal(["high", "low"], Titles(ThreatsView.AsFile, content, new("status:open", null, null, s_day, OwnerNames.Stored)));
        Assert.Equal(["low", "high", "done"], Titles(ThreatsView.AsFile, content, new(null, "-title", null, s_day, OwnerNames.Stored)));
        Assert.Equal(["late"], Titles(MitigationsView.AsFile, content, new("due:overdue", null, null, s_day, OwnerNames.Stored)));
    }

    [Fact]
    public void The_acceptances_that_are_shown_are_written_and_one_past_its_last_day_holds_no_longer()
    {
        var content = Accepted(Domain.Changes.ModelContent.Empty.With(Some.Threat(title: "left open")));
        var acceptance = content.All<Domain.Modeling.Acceptance>().Single();
        var decided = content.With(acceptance with { Decision = new(true, Guid.Empty, "Rita", default, "", false) });
        Assert.Equal(["left open"], Titles(AcceptanceRow.AsFile, decided, new(null, null, "holding", s_day with { Today = acceptance.Terms.Expires }, OwnerNames.Stored)));
        Assert.Empty(Titles(AcceptanceRow.AsFile, decided, new(null, null, "holding", s_day with { Today = acceptance.Terms.Expires.AddDays(1) }, OwnerNames.Stored)));
    }

    private static IEnumerable<string> Titles(ListChoice choice, Domain.Changes.ModelContent content, ListWish wish) =>
        Cells(ModelList.All.Single(list => list.Name == choice.List).Write(content, wish.Day, choice.Rows(content, wish)).TrimStart('\uFEFF')).Skip(1).Select(row => row[1]);

    /// <summary>With an acceptance that says what its threat does.</summary>
    private static Domain.Changes.ModelContent Accepted(Domain.Changes.ModelContent content) => content.With(content.All<Domain.Modeling.Threat>().Take(1)
        .Select(threat => new Domain.Modeling.Acceptance { Id = Some.Id<Domain.Modeling.Acceptance>(), Threat = threat.Id, Terms = new(threat.Title, threat.Description, new(2030, 5, 1)) }));

    /// <summary>As a spreadsheet reads it: every cell quoted, quotes doubled.</summary>
    private static List<List<string>> Cells(string text)
    {
        var (lines, line, at) = (new List<List<string>>(), new List<string>(), 0);
        while (at < text.Length)
        {
            Assert.Equal('"', text[at++]);
            var cell = new System.Text.StringBuilder();
            while (text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'))
            {
                if (text[at] == '"') at++;
                cell.Append(text[at++]);
            }

            line.Add(cell.ToString());
            if (text[++at] == ',')
            {
                at++;
                continue;
            }

            (line, at) = (Ended(lines, line), at + 2);
        }

        return lines;
    }

    private static List<string> Ended(List<List<string>> lines, List<string> line)
    {
        lines.Add(line);
        return [];
    }
}
