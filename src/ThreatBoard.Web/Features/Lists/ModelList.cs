using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Lists;

/// <summary>A list of a model as a table for spreadsheets; the first cell of a row is its id.</summary>
/// <param name="Name">The name of its file, without the suffix.</param>
public sealed record ModelList(string Name, ImmutableArray<string> Heads, Func<ModelContent, WorkingDay, IEnumerable<string[]>> Rows)
{
    public static ImmutableArray<ModelList> All { get; } =
    [
        new("threats", ["id", "title", "category", "subject", "status", "risk", "inherent", "residual", "planned", "treatment", "treatment reason", "rule", "came from", "actor", "owner", "due", "tags", "evidence", "description"], Threats),
        new("mitigations", ["id", "title", "status", "owner", "due", "ticket", "evidence", "implemented", "verified", "against", "tags", "description"], Mitigations),
        new("components", ["id", "name", "kind", "technology", "lies in", "nodes", "stores", "open threats", "tags", "origins", "description"], Components),
        new("acceptances", ["id", "threat", "subject", "state", "expires", "reason", "compensating controls", "asked for by", "decided by", "ended"], Acceptances),
        new("boundaries", ["id", "name", "kind", "lies in", "nodes", "tags", "origins", "description"], Boundaries),
        new("assets", ["id", "name", "classification", "kept by", "carried by", "tags", "description"], Assets),
        new("actors", ["id", "name", "kind", "starts at", "capabilities", "description"], Actors),
        new("flows", ["id", "name", "from", "to", "protocol", "port", "encryption", "authentication", "tls ends", "certificate", "crosses", "carries", "monitored", "tags", "description"], Flows),
    ];

    /// <summary>With a mark at the beginning by which spreadsheets know that it is UTF-8.</summary>
    /// <param name="ids">The rows that are wanted, in their order; all where it is left out.</param>
    public string Write(ModelContent content, WorkingDay day, IEnumerable<Guid>? ids = null)
    {
        var lines = new StringBuilder("\uFEFF").Append(CsvText.Line(Heads));
        foreach (var row in ids is null ? Rows(content, day) : Chosen(content, day, ids)) lines.Append(CsvText.Line(row));
        return lines.ToString();
    }

    private IEnumerable<string[]> Chosen(ModelContent content, WorkingDay day, IEnumerable<Guid> ids)
    {
        var rows = Rows(content, day).ToDictionary(row => Guid.Parse(row[0], CultureInfo.InvariantCulture));
        return ids.Select(id => rows.GetValueOrDefault(id)).OfType<string[]>();
    }

    private static IEnumerable<string[]> Threats(ModelContent content, WorkingDay day)
    {
        var states = ThreatState.OfAll(content, day.Today);
        return from threat in content.All<Threat>()
               let state = states[threat.Id]
               orderby state.ResidualScore descending, threat.Title, threat.Id
               select new[]
               {
                   threat.Id.ToString(), threat.Title, threat.Category.Word(), content.SubjectTitle(threat.Subject), state.Status.Word(), day.Bands.Of(state.ResidualScore).ToString().ToLowerInvariant(),
                   Words(state.Inherent), Words(state.Residual), Words(state.Planned), threat.Treatment.Kind.Word(), threat.Treatment.Reason, threat.Finding?.Rule ?? "", threat.CameFrom.Word(),
                   content.Find(threat.Actor)?.Name ?? "", threat.Owner.Name, Day(threat.Due), string.Join(", ", threat.Tags), Said(threat.Evidence, content), threat.Description,
               };
    }

    private static IEnumerable<string[]> Mitigations(ModelContent content, WorkingDay day)
    {
        var against = content.All<MitigationLink>().ToLookup(link => link.Mitigation, link => content.Find<Threat>(link.Threat.Value)?.Title ?? "");
        return from work in content.All<Mitigation>()
               orderby work.Title, work.Id
               select new[]
               {
                   work.Id.ToString(), work.Title, NameWords.Of(work.Status), work.Owner.Name, Day(work.Due), work.Ticket, string.Join(" ", work.Evidence.Text, work.Evidence.Link).Trim(),
                   work.Implemented?.Name ?? "", work.Verified?.Name ?? "", string.Join("; ", against[work.Id].Order(StringComparer.Ordinal)), string.Join(", ", work.Tags), work.Description,
               };
    }

    private static IEnumerable<string[]> Components(ModelContent content, WorkingDay day)
    {
        var states = ThreatState.OfAll(content, day.Today);
        var open = content.All<Threat>().Where(threat => !threat.Subject.IsGone && states[threat.Id].Status.IsOpen()).CountBy(threat => threat.Subject.Ref).ToDictionary();
        return from component in content.All<Component>()
               orderby component.Name, component.Id
               select new[]
               {
                   component.Id.ToString(), component.Name, NameWords.Of(component.Kind), component.Technology, Said(component.Tenancy ?? component.Zone, content), Said(component.Nodes, content), Said(component.Stores, content),
                   open.GetValueOrDefault(EntityRef.To(component)).ToString(CultureInfo.InvariantCulture), string.Join(", ", component.Tags), Said(component.Origins, content), component.Description,
               };
    }

    private static IEnumerable<string[]> Flows(ModelContent content, WorkingDay day)
    {
        var graph = ModelGraph.Of(content);
        return from flow in graph.Flows
               select new[]
               {
                   flow.Id.ToString(), flow.Name, graph.From(flow).Name, graph.To(flow).Name, flow.Protocol, flow.Port?.ToString(CultureInfo.InvariantCulture) ?? "", flow.Transport.Encryption.Word(),
                   flow.Transport.Authentication.Word(), EnumWords.Word(flow.Transport.TlsEnds), EnumWords.Word(flow.Transport.Certificate), string.Join(", ", graph.Crossings(flow).Boundaries.Select(boundary => boundary.Name)),
                   Said(flow.Carries, content), NameWords.Of(flow.Monitored), string.Join(", ", flow.Tags), flow.Description,
               };
    }

    private static IEnumerable<string[]> Acceptances(ModelContent content, WorkingDay day) =>
        from acceptance in content.All<Acceptance>()
        let threat = content.Find<Threat>(acceptance.Threat.Value)
        orderby acceptance.Terms.Expires, acceptance.Id
        select new[]
        {
            acceptance.Id.ToString(), threat?.Title ?? "", threat is null ? "" : content.SubjectTitle(threat.Subject), NameWords.Of(acceptance.On(day.Today)), Day(acceptance.Terms.Expires),
            acceptance.Terms.Reason, acceptance.Terms.Controls, acceptance.Requested.Name, acceptance.Decision?.Name ?? "", acceptance.Ending is { } ending ? NameWords.Of(ending.Kind) : "",
        };

    private static IEnumerable<string[]> Boundaries(ModelContent content, WorkingDay day) =>
        from boundary in content.All<Boundary>()
        orderby boundary.Name, boundary.Id
        select new[]
        {
            boundary.Id.ToString(), boundary.Name, NameWords.Of(boundary.Kind), Said(boundary.Tenancy ?? boundary.Zone, content), Said(boundary.Nodes, content), string.Join(", ", boundary.Tags),
            Said(boundary.Origins, content), boundary.Description,
        };

    private static IEnumerable<string[]> Assets(ModelContent content, WorkingDay day) =>
        from asset in content.All<Asset>()
        orderby asset.Name, asset.Id
        select new[]
        {
            asset.Id.ToString(), asset.Name, NameWords.Of(asset.Classification), string.Join(", ", content.All<Component>().Where(c => c.Stores.Contains(asset.Id)).Select(c => c.Name).Order(StringComparer.Ordinal)),
            string.Join(", ", content.All<Flow>().Where(f => f.Carries.Contains(asset.Id)).Select(content.NameOf).Order(StringComparer.Ordinal)), string.Join(", ", asset.Tags), asset.Description,
        };

    private static IEnumerable<string[]> Actors(ModelContent content, WorkingDay day) =>
        from actor in content.All<Actor>()
        orderby actor.Name, actor.Id
        select new[] { actor.Id.ToString(), actor.Name, NameWords.Of(actor.Kind), content.Find(actor.StartsAt)?.Name ?? "", string.Join(", ", actor.Capabilities), actor.Description };

    private static string Said(object? value, ModelContent content) => FieldWords.Of(value, content) is var words && words == FieldWords.Empty ? "" : words;

    private static string Words(Rating? rating) => rating is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{rating.Likelihood} x {rating.Impact}");

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
