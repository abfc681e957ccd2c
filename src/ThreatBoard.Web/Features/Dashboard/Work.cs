using System.Collections.Immutable;
using ThreatBoard.Data.Listing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Dashboard;

/// <summary>Something that waits for somebody: a threat or a mitigation of one model.</summary>
/// <param name="Score">The residual score of a threat; of a mitigation, the worst of the threats it is against.</param>
public sealed record WorkItem(ModelSummary Model, string Kind, Guid Id, string Title, string About, string Owner, DateOnly? Due, int Score)
{
    public string Address => Kind == "threat" ? $"/models/{Model.Id}/threats?open=threat:{Id}" : $"/models/{Model.Id}/mitigations?open=mitigation:{Id}";

    public bool IsOverdue(DateOnly today) => Due < today;
}

/// <summary>What is to be done in one model, from its content alone.</summary>
public static class Work
{
    public static ImmutableArray<WorkItem> Of(ModelSummary model, ModelContent content, OwnerNames owners)
    {
        var states = ThreatState.OfAll(content);
        var threats = content.All<Threat>().Where(threat => states[threat.Id].Status.IsOpen()).Select(threat => new WorkItem(
            model, "threat", threat.Id.Value, threat.Title, content.SubjectTitle(threat.Subject), owners.Of(threat.Owner), threat.Due, states[threat.Id].ResidualScore));
        var worst = content.All<MitigationLink>().GroupBy(link => link.Mitigation)
            .ToDictionary(links => links.Key, links => links.Max(link => states[link.Threat].ResidualScore));
        var mitigations = content.All<Mitigation>().Where(mitigation => !mitigation.IsDone).Select(mitigation => new WorkItem(
            model, "mitigation", mitigation.Id.Value, mitigation.Title, "Mitigation", owners.Of(mitigation.Owner), mitigation.Due, worst.GetValueOrDefault(mitigation.Id)));
        return [.. threats, .. mitigations];
    }

    /// <summary>What is overdue first, then by risk, then by the day it is due.</summary>
    public static IEnumerable<WorkItem> InOrder(IEnumerable<WorkItem> items, DateOnly today) =>
        items.OrderByDescending(item => item.IsOverdue(today)).ThenByDescending(item => item.Score).ThenBy(item => item.Due ?? DateOnly.MaxValue).ThenBy(item => item.Id);
}
