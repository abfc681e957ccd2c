using System.Collections.Frozen;

namespace ThreatBoard.Web.Ui;

/// <summary>The outlines of our icons on a 24 × 24 grid.</summary>
public static class IconPaths
{
    private static readonly FrozenDictionary<string, string> Paths = new Dictionary<string, string>
    {
        ["add"] = "M12 5v14M5 12h14",
        ["archive"] = "M3 4h18v4H3zM5 8v12h14V8M10 12h4",
        ["arrow"] = "M5 12h14M13 6l6 6-6 6",
        ["board"] = "M4 4h7v9H4zM15 4h5v5h-5zM15 13h5v7h-5zM4 17h7v3H4z",
        ["boundary"] = "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4",
        ["check"] = "M5 12.5l4.5 4.5L19 7.5",
        ["close"] = "M6 6l12 12M18 6L6 18",
        ["clock"] = "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18zM12 7v5.5l3.5 2",
        ["comment"] = "M4 4h16v12H10l-5 4v-4H4z",
        ["component"] = "M5 6h14v12H5z",
        ["contrast"] = "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18zM12 3v18M12 8h8M12 12h9M12 16h8",
        ["copy"] = "M9 9h11v11H9zM5 15H4V4h11v1",
        ["diagram"] = "M3 4h7v5H3zM14 15h7v5h-7zM6.5 9v8.5H14M17.5 15V6.5H10",
        ["edit"] = "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
        ["empty"] = "M4 13l3-8h10l3 8v6H4zM4 13h5l1.5 3h3l1.5-3h5",
        ["filter"] = "M4 5h16l-6 8v6l-4-2v-4z",
        ["flow"] = "M4 12h15M14 7l5 5-5 5",
        ["history"] = "M4 12a8 8 0 1 0 2.5-5.800L4 8.5M4 4v4.5h4.5M12 8v4.5l3 2",
        ["home"] = "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
        ["import"] = "M12 3v12M7 10l5 5 5-5M4 20h16",
        ["inbox"] = "M3 13l3-9h12l3 9v7H3zM3 13h5.500l1.500 3h4l1.500-3H21",
        ["inventory"] = "M9 6h11M9 12h11M9 18h11M4 6h1M4 12h1M4 18h1",
        ["keyboard"] = "M3 7h18v10H3zM7 10.5h.01M11 10.5h.01M15 10.5h.01M8 14h8",
        ["lock"] = "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
        ["models"] = "M12 3l9 5-9 5-9-5zM3 12.5l9 5 9-5M3 17l9 5 9-5",
        ["moon"] = "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
        ["more"] = "M5 12h.01M12 12h.01M19 12h.01",
        ["out"] = "M14 4H5v16h9M10 12h11M17 8l4 4-4 4",
        ["person"] = "M12 12a4 4 0 1 0 0-8a4 4 0 0 0 0 8zM4 21c1-4 4-6 8-6s7 2 8 6",
        ["pin"] = "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
        ["round"] = "M4 12a8 8 0 0 1 13.700-5.600L20 8.500M20 4v4.500h-4.500M20 12a8 8 0 0 1-13.700 5.600L4 15.500M4 20v-4.500h4.500",
        ["rules"] = "M6 3h12v18H6zM9 8h6M9 12h6M9 16h3",
        ["search"] = "M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14zM16 16l4.5 4.5",
        ["shield"] = "M12 3l8 3v6c0 5-3.5 8-8 9.5C7.5 20 4 17 4 12V6zM8.5 12l2.5 2.5 4.5-5",
        ["source"] = "M12 3c4.4 0 8 1.2 8 2.800S16.4 8.6 12 8.600S4 7.4 4 5.800S7.6 3 12 3zM4 6v12c0 1.6 3.6 3 8 3s8-1.4 8-3V6M4 12c0 1.6 3.6 3 8 3s8-1.4 8-3",
        ["sun"] = "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5L19 19M5 19l1.5-1.5M17.5 6.5L19 5",
        ["tag"] = "M4 4h8l8 8-8 8-8-8zM8 8h.01",
        ["team"] = "M9 11a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7zM2.500 20c.8-3.500 3.200-5.500 6.500-5.500s5.700 2 6.500 5.500M16 4.500a3.500 3.500 0 0 1 0 6.200M18 14.800c2 .9 3.100 2.700 3.500 5.200",
        ["threat"] = "M12 4l9 16H3zM12 10v4.5M12 17.5h.01",
        ["trash"] = "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13",
        ["undo"] = "M8 5L4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3",
    }.ToFrozenDictionary();

    public static IEnumerable<string> Names => Paths.Keys;

    /// <exception cref="KeyNotFoundException">There is no icon of that name.</exception>
    public static string Of(string name) => Paths[name];
}
