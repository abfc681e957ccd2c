using ThreatBoard.Domain.Risk;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Lists;

namespace ThreatBoard.Web.Tests.Lists;

[Trait("Matrix", "D15")]
public sealed class ModelListTests
{
    public static TheoryData<string> Names => [.. ModelList.All.Select(list => list.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_cell_of_a_hostile_model_is_a_formula_and_each_line_is_as_wide_as_the_head(string name)
    {
        var list = ModelList.All.Single(one => one.Name == name);
        for (var turn = 0; turn < 40; turn++)
        {
            var lines = Cells(list.Write(HostileModel.Make(turn).Content, BandScale.Usual).TrimStart('\uFEFF'));
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
        var row = Cells(ModelList.All[0].Write(content, BandScale.Usual).TrimStart('\uFEFF'))[1];
        Assert.Equal(["Read", "Information disclosure", "storefront", "Open", "critical", "4 x 4"], row[1..7]);
    }

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
