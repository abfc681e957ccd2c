using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Lists;

/// <summary>A list of a model as a table for spreadsheets.</summary>
/// <param name="Name">The name of its file, without the suffix.</param>
public sealed record ModelList(string Name, ImmutableArray<string> Heads, Func<ModelContent, BandScale, IEnumerable<string[]>> Rows)
{
    public static ImmutableArray<ModelList> All { get; } =
    [
        new("threats", ["id", "title", "category", "subject", "status", "risk", "inherent", "residual", "planned", "treatment", "treatment reason", "rule", "came from", "actor", "owner", "due", "tags", "evidence", "description"], Threats),
        new("mitigations", ["id", "title", "status", "owner", "due", "ticket", "evidence", "implemented", "verified", "against", "tags", "description"], Mitigations),
        new("components", ["id", "name", "kind", "technology", "lies in", "nodes", "stores", "open threats", "tags", "origins", "description"], Components),
        new("flows", ["id", "name", "from", "to", "protocol", "port", "encryption", "authentication", "tls ends", "certificate", "crosses", "carries", "monitored", "tags", "description"], Flows),
    ];

    /// <summary>With a mark at the beginning by which spreadsheets know that it is UTF-8.</summary>
    public string Write(ModelContent content, BandScale bands)
    {
        var lines = new StringBuilder("\uFEFF").Append(CsvText.Line(Heads));
        foreach (var row in Rows(content, bands)) lines.Append(CsvText.Line(row));
        return lines.ToString();
    }

    private static IEnumerable<string[]> Threats(ModelContent content, BandScale bands)
    {
        var states = ThreatState.OfAll(content);
        return from threat in content.All<Threat>()
               let state = states[threat.Id]
               orderby state.ResidualScore descending, threat.Title, threat.Id
               select new[]
               {
                   threat.Id.ToString(), threat.Title, threat.Category.Word(), content.SubjectTitle(threat.Subject), state.Status.Word(), bands.Of(state.ResidualScore).ToString().ToLowerInvariant(),
                   Words(state.Inherent), Words(state.Residual), Words(state.Planned), threat.Treatment.Kind.Word(), threat.Treatment.Reason, threat.Finding?.Rule ?? "", threat.CameFrom.Word(),
                   content.Find(threat.Actor)?.Name ?? "", threat.Owner.Name, Day(threat.Due), string.Join(", ", threat.Tags), Said(threat.Evidence, content), threat.Description,
               };
    }

    private static IEnumerable<string[]> Mitigations(ModelContent content, BandScale bands)
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

    private static IEnumerable<string[]> Components(ModelContent content, BandScale bands)
    {
        var states = ThreatState.OfAll(content);
        var open = content.All<Threat>().Where(threat => !threat.Subject.IsGone && states[threat.Id].Status.IsOpen()).CountBy(threat => threat.Subject.Ref).ToDictionary();
        return from component in content.All<Component>()
               orderby component.Name, component.Id
               select new[]
               {
                   component.Id.ToString(), component.Name, NameWords.Of(component.Kind), component.Technology, Said(component.Tenancy ?? component.Zone, content), Said(component.Nodes, content), Said(component.Stores, content),
                   open.GetValueOrDefault(EntityRef.To(component)).ToString(CultureInfo.InvariantCulture), string.Join(", ", component.Tags), Said(component.Origins, content), component.Description,
               };
    }

    private static IEnumerable<string[]> Flows(ModelContent content, BandScale bands)
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

    private static string Said(object? value, ModelContent content) => FieldWords.Of(value, content) is var words && words == FieldWords.Empty ? "" : words;

    private static string Words(Rating? rating) => rating is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{rating.Likelihood} x {rating.Impact}");

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
