using System.Globalization;
using Microsoft.Playwright;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Browser.Tests.Rounds;

/// <summary>A row of the comparison: which entity, what happened to it, and which fields are shown with how it was and is.</summary>
/// <param name="Happened"><c>added</c>, <c>removed</c> or <c>changed</c>.</param>
/// <param name="Fields">How many fields are listed under it.</param>
internal sealed record ComparedRow(EntityRef Entity, string Happened, int Fields);

/// <summary>The rows that a page of the comparison shows, and those that it should.</summary>
internal static class ComparedRows
{
    private const string Read = """
        () => [...document.querySelectorAll('li.entity')].map(row => [
          new URL(row.querySelector('a.small').href).searchParams.get('at'),
          row.querySelector('.sign').className.split(' ')[1],
          `${row.querySelectorAll('table.fields tbody tr').length}`,
          row.querySelector('h3 > a, h3 > span:not(.sign)').textContent.trim()])
        """;

    /// <summary>With the titles, in the page's order.</summary>
    public static async Task<IReadOnlyList<(ComparedRow Row, string Title)>> OnAsync(IPage page) =>
    [
        .. from row in await page.EvaluateAsync<string[][]>(Read)
           select (new ComparedRow(EntityRef.TryParse(row[0], out var entity) ? entity : default, row[1], int.Parse(row[2], CultureInfo.InvariantCulture)), row[3]),
    ];

    /// <summary>Every entity of the content that differs.</summary>
    public static IReadOnlySet<ComparedRow> Between(ModelContent before, ModelContent after) => Comparison.Between(before, after)
        .Where(change => change.Shape.Part is ModelPart.Content)
        .Select(change => new ComparedRow(change.Entity, change.Kind.ToString().ToLowerInvariant(), change.Fields().Count)).ToHashSet();
}
