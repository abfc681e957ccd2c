using System.Text;
using ThreatBoard.Web.Comparing;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>A comparison as lines for a spreadsheet, one a field that differs.</summary>
public static class ComparisonCsv
{
    public static string Write(RevisionComparison comparison)
    {
        var lines = new StringBuilder(CsvText.Line("kind", "id", "title", "change", "field", "before", "after"));
        foreach (var entity in comparison.Entities)
        {
            foreach (var field in entity.Fields)
                lines.Append(CsvText.Line(entity.Entity.Kind, entity.Entity.Id.ToString(), entity.Title, TreeLines.WordOf(entity.Kind), field.Name, field.Before, field.After));
        }

        foreach (var moved in comparison.Moved)
            lines.Append(CsvText.Line(moved.Element.Kind, moved.Element.Id.ToString(), moved.Title, "moved", "place", MovedElement.Words(moved.From), MovedElement.Words(moved.To)));
        return lines.ToString();
    }
}
