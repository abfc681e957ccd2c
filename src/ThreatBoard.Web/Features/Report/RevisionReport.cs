using System.Collections.Immutable;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Report;

/// <summary>A revision as one document: its content with what follows from it, as it was when it was published.</summary>
/// <param name="Bands">Of the workspace as it is now.</param>
public sealed record RevisionReport(Guid Model, string ModelName, string Description, RevisionSummary Revision, ModelContent Content, BandScale Bands)
{
    public IReadOnlyDictionary<Id<Threat>, ThreatState> States { get; } = ThreatState.OfAll(Content);

    public RiskSummary Risk { get; } = RiskSummary.Of([.. ThreatState.OfAll(Content).Values], Bands);

    /// <summary>What is still carried first, the heaviest before the rest.</summary>
    public ImmutableArray<Threat> Threats { get; } =
    [
        .. from threat in Content.All<Threat>()
           let state = ThreatState.OfAll(Content)[threat.Id]
           orderby state.Status.IsOpen() descending, state.ResidualScore descending, threat.Title, threat.Id
           select threat,
    ];

    /// <summary>Every mitigation of a threat, with its effect.</summary>
    public ILookup<Id<Threat>, (MitigationLink Link, Mitigation Work)> Work { get; } = Content.All<MitigationLink>()
        .Select(link => (link, Work: Content.Find<Mitigation>(link.Mitigation.Value)!)).OrderBy(pair => pair.Work.Title, StringComparer.Ordinal).ToLookup(pair => pair.link.Threat, pair => (pair.link, pair.Work));

    /// <summary>The newest first.</summary>
    public ImmutableArray<Iteration> Iterations { get; } = [.. Content.All<Iteration>().OrderByDescending(iteration => iteration.Number)];

    /// <summary>The iteration that this revision closed; null for one in between.</summary>
    public Iteration? Closed => Iterations.FirstOrDefault(iteration => iteration.Revision == Revision.Number);

    /// <summary>Everybody who took part in an iteration so far, by name.</summary>
    public ImmutableArray<string> Participants { get; } = [.. Content.All<Iteration>().SelectMany(iteration => iteration.Participants).Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture)];

    public string Hash => string.Join(' ', Convert.ToHexStringLower(Revision.Hash).Chunk(8).Select(group => new string(group)));

    /// <summary>By the name of what they belong to.</summary>
    public IEnumerable<(string Element, Control Control)> Controls() =>
        Content.All<Control>().Select(control => (Element: EntityTitles.Title(Content, control.Of), Control: control))
            .OrderBy(pair => pair.Element, StringComparer.CurrentCulture).ThenBy(pair => pair.Control.Name, StringComparer.CurrentCulture).ThenBy(pair => pair.Control.Id);

    public string Words(object? value) => FieldWords.Of(value, Content);

    public string Subject(ThreatSubject subject) => subject.IsGone ? $"{subject.Was} (gone)" : EntityTitles.Title(Content, subject.Ref);
}
