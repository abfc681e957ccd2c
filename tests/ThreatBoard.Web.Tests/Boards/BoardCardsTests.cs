using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Web.Features.Boards;
using ThreatBoard.Web.Features.Threats;
using ThreatBoard.Web.Ui;
using RandomModels = ThreatBoard.Domain.Tests.Generators.Models;

namespace ThreatBoard.Web.Tests.Boards;

/// <summary>What the cards of a board show, as they are rendered.</summary>
public sealed partial class BoardCardsTests : BunitContext
{
    private static readonly WorkingDay s_day = new(new(2030, 6, 1), WorkingRules.Usual);

    [Fact]
    public void Every_number_that_is_shown_links_to_a_list_of_as_many_rows() => RandomModels.All(model =>
    {
        var rows = ThreatRows.Of(model.Content, s_day);
        foreach (var link in Links(model.Content, isPast: false))
        {
            var filter = ThreatFilter.Parse(Uri.UnescapeDataString(link.GetAttribute("href")!.Split("q=")[1]));
            Assert.Empty(filter.Problems);
            Assert.Equal(rows.Count(row => filter.Passes(row, new(OwnerNames.Stored, s_day.Today))), int.Parse(Digits().Match(link.TextContent).Value, CultureInfo.InvariantCulture));
        }
    });

    [Fact]
    public void A_past_day_has_numbers_and_no_lists() => RandomModels.All(model => Assert.Empty(Links(model.Content, isPast: true)));

    [Fact]
    public void What_is_accepted_or_does_not_apply_stands_apart_from_what_is_dealt_with()
    {
        var threat = new Threat { Id = new(Guid.CreateVersion7()), Title = "no such thing", Assessment = new(5, 5, "seen"), Treatment = new(TreatmentKind.NotApplicable, "no such data") };
        var card = Render<StatusCard>(set => set.Add(c => c.ByStatus, ModelBoard.Of(ModelContent.Empty.With(threat), s_day).Numbers.ByStatus).Add(c => c.Link, _ => null));
        var groups = card.FindAll("h3").Select(heading => heading.TextContent).Zip(card.FindAll("dl").Select(list => string.Join(' ', list.QuerySelectorAll("div").Select(row => $"{row.Children[0].TextContent} {row.Children[1].TextContent.Trim()}")))).ToDictionary();
        Assert.Equal("Accepted 0 Not applicable 1", groups["Apart: nothing was done"]);
        Assert.Equal("Mitigated 0 Transferred 0 Avoided 0 Resolved by change 0", groups["Dealt with"]);
    }

    [Fact]
    public void What_nobody_rated_is_a_question_and_no_risk_of_nought()
    {
        var threat = new Threat { Id = new(Guid.CreateVersion7()), Title = "who knows" };
        var card = Render<RiskiestCard>(set => set.Add(c => c.Board, ModelBoard.Of(ModelContent.Empty.With(threat), s_day)).AddCascadingValue(new BoardLinks(Guid.Empty, IsPast: false)));
        Assert.Equal("?", card.Find(".tb-risk").TextContent);
    }

    private IEnumerable<IElement> Links(ModelContent content, bool isPast)
    {
        var (board, links) = (ModelBoard.Of(content, s_day), new BoardLinks(Guid.Empty, isPast));
        IEnumerable<IRenderedComponent<IComponent>> cards =
        [
            Render<BoardTiles>(set => set.Add(c => c.Board, board).AddCascadingValue(links)),
            Render<MatrixCard>(set => set.Add(c => c.Board, board).AddCascadingValue(links)),
            Render<StatusCard>(set => set.Add(c => c.ByStatus, board.Numbers.ByStatus).Add(c => c.Link, links.Threats)),
            Render<AgeingCard>(set => set.Add(c => c.Numbers, board.Numbers).AddCascadingValue(links)),
            Render<AcceptancesCard>(set => set.Add(c => c.Board, board).AddCascadingValue(links)),
            Render<CoverageCard>(set => set.Add(c => c.Coverage, CoverageBoard.Of(board.Day)).AddCascadingValue(links)),
        ];
        // The sum of scores leads to the threats that it is of, and is no count of them.
        return cards.SelectMany(card => card.FindAll("a[href*='threats?q=']")).Where(link => !link.TextContent.StartsWith("Open risk", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\d+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Digits();
}
