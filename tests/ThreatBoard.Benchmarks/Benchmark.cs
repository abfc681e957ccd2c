using System.Collections.Immutable;

namespace ThreatBoard.Benchmarks;

/// <summary>A named measurement; it prints lines <c>name value unit</c>.</summary>
/// <param name="Usage">The name, with what may follow it.</param>
/// <param name="RunAsync">Measures; the folder is the one that was given after the name, or null.</param>
public sealed record Benchmark(string Name, string Usage, string What, Func<string?, Task> RunAsync)
{
    /// <summary>Every benchmark, in the order of the list.</summary>
    public static ImmutableArray<Benchmark> All { get; } =
    [
        new("import", "import [FOLDER]", "read, compare, take and judge a folder of manifests, on PostgreSQL", ImportBenchmark.RunAsync),
        new("edit", "edit", "one edit through the door, on PostgreSQL", _ => EditBenchmark.RunAsync()),
        new("rules", "rules", "every rule over a model of 1,000 components, and over real manifests", _ => RulesBenchmark.RunAsync()),
        new("compare", "compare", "two states of a model of 3,000 components", _ => CompareBenchmark.RunAsync()),
        new("hostile", "hostile", "what each hostile upload costs", _ => HostileBenchmark.RunAsync()),
    ];
}
