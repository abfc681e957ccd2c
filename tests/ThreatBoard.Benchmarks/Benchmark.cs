using System.Collections.Immutable;
using System.Globalization;

namespace ThreatBoard.Benchmarks;

/// <summary>A named measurement; it prints lines <c>name value unit</c>.</summary>
/// <param name="Usage">The name, with what may follow it.</param>
/// <param name="RunAsync">Measures; gets what was given after the name.</param>
public sealed record Benchmark(string Name, string Usage, string What, Func<IReadOnlyList<string>, Task> RunAsync)
{
    /// <summary>Every benchmark, in the order of the list.</summary>
    public static ImmutableArray<Benchmark> All { get; } =
    [
        new("start", "start [cold]", "the second start of the published build; cold: also the set-up of a fresh checkout, minutes", StartBenchmark.RunAsync),
        new("import", "import [FOLDER]", "read, compare, take and judge a folder of manifests, on PostgreSQL", after => ImportBenchmark.RunAsync(after is [var folder, ..] ? folder : null)),
        new("open-diagram", "open-diagram [N…]", "open, pan, select and add on diagrams of N components, in Chromium", OpenDiagramBenchmark.RunAsync),
        new("edit", "edit", "one edit through the door, on PostgreSQL", _ => EditBenchmark.RunAsync()),
        new("edit-browser", "edit-browser", "one rename on the diagram after the other, from the key to stored, in Chromium", _ => EditBrowserBenchmark.RunAsync()),
        new("rules", "rules", "every rule over a model of 1,000 components, and over real manifests", _ => RulesBenchmark.RunAsync()),
        new("reachability", "reachability", "who reaches whom in generated clusters of 250 to 10,000 pods, beside a naive implementation", _ => ReachabilityBenchmark.RunAsync()),
        new("compare", "compare", "two states of a model of 5,000 components and 15,000 threats, and to the screen", _ => CompareBenchmark.RunAsync()),
        new("board", "board", "the board of a model of 5,000 components and 15,000 threats, and its past", _ => BoardBenchmark.RunAsync()),
        new("boards", "boards [MODELS]", "the board over 200 models of 80 components and 200 threats: its list, and what is read model by model", after => BoardsBenchmark.RunAsync(after is [var models, ..] ? int.Parse(models, CultureInfo.InvariantCulture) : 200)),
        new("paths", "paths [CONTAINERS]", "attack graphs of made-up clusters: making them, blast radius, paths, cuts", after => PathsBenchmark.RunAsync(after is [var containers, ..] ? int.Parse(containers, CultureInfo.InvariantCulture) : null)),
        new("load", "load [MODELS]", "ten circuits at each of 30 models, where 20 people write: until another sees it, and memory", after => LoadBenchmark.RunAsync(after is [var models, ..] ? int.Parse(models, CultureInfo.InvariantCulture) : 30)),
        new("workshop", "workshop", "30 people in one model, 5 of whom write: until another sees it", _ => WorkshopBenchmark.RunAsync()),
        new("circuits", "circuits", "memory of an idle circuit, and what 1,000 reconnects leave", _ => CircuitsBenchmark.RunAsync()),
        new("enumeration", "enumeration", "whether the time of an answer tells who has an account and what exists (row D27)", _ => EnumerationBenchmark.RunAsync()),
        new("manifests", "manifests [FOLDER]", "objects, components, flows and time of each set of manifests in the corpus", after => ManifestsBenchmark.RunAsync(after is [var folder, ..] ? folder : null)),
        new("hostile", "hostile", "what each hostile upload costs", _ => HostileBenchmark.RunAsync()),
    ];

    public bool TakesMore => Usage != Name;
}
