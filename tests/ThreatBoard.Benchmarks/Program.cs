using ThreatBoard.Benchmarks;

if (args is [MeasuredServer.Verb])
{
    await MeasuredServer.RunAsync();
    return 0;
}

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

    // What follows a name and is none itself belongs to it.
    var after = new List<string>();
    while (named.TakesMore && at + 1 < args.Length && Benchmark.All.All(b => b.Name != args[at + 1])) after.Add(args[++at]);
    await named.RunAsync(after);
}

return 0;
