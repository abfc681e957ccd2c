namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>Counts what a reading costs, and says which limit it met first.</summary>
public sealed class BudgetMeter(Budget budget)
{
    public Budget Budget { get; } = budget;

    public long Bytes { get; private set; }

    public long InflatedBytes { get; private set; }

    public int Documents { get; private set; }

    public int Events { get; private set; }

    public int Nodes { get; private set; }

    /// <summary>The limit that ended the reading, in words; null while it may go on.</summary>
    public string? Exhausted { get; private set; }

    internal bool TakeBytes(long count) => Within(Bytes += count, Budget.Bytes, "bytes");

    internal bool TakeInflated(long count) => Within(InflatedBytes += count, Budget.Bytes, "inflated bytes");

    internal bool TakeDocument() => Within(++Documents, Budget.Documents, "documents");

    internal bool TakeEvent() => Within(++Events, Budget.Events, "parser events");

    internal bool TakeNode() => Within(++Nodes, Budget.Nodes, "values");

    internal bool TakeNodes(int count) => Within(Nodes += count, Budget.Nodes, "values");

    private bool Within(long spent, long limit, string of)
    {
        if (spent <= limit) return true;
        Exhausted ??= $"more than {limit:N0} {of}";
        return false;
    }
}
