namespace ThreatBoard.Kubernetes.Workloads.Routing;

/// <summary>Steps of a search whose parts hostile manifests could multiply without end; no real cluster needs as many.</summary>
internal sealed class Looks
{
    private const int Most = 500_000;
    private int _taken;

    public bool Take() => _taken < Most && _taken++ < Most;

    /// <summary>The items, as long as there are steps left to look at them.</summary>
    public IEnumerable<T> At<T>(IEnumerable<T> items) => items.TakeWhile(_ => Take());
}
