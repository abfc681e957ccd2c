using System.Collections.Immutable;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Board;

/// <summary>How much open risk lies on a component, and how near an attacker is to it.</summary>
/// <param name="Score">The sum of the residual scores of its open threats.</param>
/// <param name="Steps">The fewest steps from an attacker; null where none leads to it.</param>
public sealed record ComponentExposure(Component Component, int Score, int Threats, int? Steps)
{
    /// <summary>Those with open threats, the most risk first, of equals the nearest.</summary>
    public static ImmutableArray<ComponentExposure> Of(BoardDay day)
    {
        var exposure = new Exposure(ModelGraph.Of(day.Content));
        var open = day.Rows.Where(row => row.State.Status.IsOpen()).ToLookup(row => row.Threat.Subject.Ref);
        return
        [
            .. from component in day.Content.All<Component>()
               let rows = open[EntityRef.To(component)].ToList()
               where rows.Count > 0
               let steps = exposure.StepsTo(component.Id)
               let score = rows.Sum(row => row.State.ResidualScore)
               orderby score descending, steps ?? int.MaxValue, component.Id
               select new ComponentExposure(component, score, rows.Count, steps),
        ];
    }

    public ThreatSelection Selection => ThreatSelection.Open with { Subject = EntityRef.To(Component) };
}
