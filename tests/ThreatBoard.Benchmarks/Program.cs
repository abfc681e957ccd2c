using ThreatBoard.Benchmarks;

if (args.Length == 0)
{
    foreach (var benchmark in Benchmark.All) Console.WriteLine($"{benchmark.Usage,-24} {benchmark.What}");
    return 0;
}

for (var at = 0; at < args.Length; at++)
{
    if (Benchmark.All.FirstOrDefault(b => b.Name == args[at]) is not { } named)
    {
        Console.Error.WriteLine($"No benchmark is called “{args[at]}”: start without a name for the list.");
        return 2;
    }

    // A folder after the name belongs to it.
    var folder = named.Usage != named.Name && at + 1 < args.Length && Directory.Exists(args[at + 1]) ? args[++at] : null;
    await named.RunAsync(folder);
}

return 0;
