using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Web;

namespace ThreatBoard.Browser.Tests.Pages;

public sealed class PageListTests
{
    [Fact]
    public void Every_page_is_looked_at()
    {
        var seen = new[] { PageList.Local, PageList.Team, PageList.Door, PageList.WithSteps }.SelectMany(list => list.Values).Concat(PageList.NeverSeen)
            .Select(address => Filled(address.Split('?')[0])).ToHashSet(StringComparer.Ordinal);
        var templates = typeof(App).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).ToList();
        Assert.NotEmpty(templates);
        Assert.DoesNotContain(templates, template => !seen.Any(address => Fits(template, address)));
    }

    private static string Filled(string address) => Regex.Replace(address, "[{][a-z]+[}]", Guid.Empty.ToString(), RegexOptions.None, TimeSpan.FromSeconds(1));

    private static bool Fits(string template, string address)
    {
        var (wanted, given) = (template.Split('/'), address.Split('/'));
        return wanted.Length == given.Length && wanted.Zip(given).All(pair => PartFits(pair.First, pair.Second));
    }

    private static bool PartFits(string wanted, string given) => wanted switch
    {
        ['{', ..] when wanted.EndsWith(":guid}", StringComparison.Ordinal) => Guid.TryParse(given, out _),
        ['{', ..] => given.Length > 0,
        _ => wanted == given,
    };
}
