using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Masking;

namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>Gathers what the files give; every message goes through the mask here, so that no problem carries a credential.</summary>
internal sealed class ReadingCollector(BudgetMeter meter)
{
    private const int LongestText = 500;
    private readonly Dictionary<string, KubernetesObject> _objects = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _notUsed = new(StringComparer.Ordinal);
    private readonly List<ReadingProblem> _problems = [];
    private readonly List<string> _files = [];
    private int _furtherProblems;
    private int _withoutNamespace;

    public BudgetMeter Meter { get; } = meter;

    public void AddFile(string name) => _files.Add(name);

    public void Add(KubernetesObject found)
    {
        if (_objects.TryGetValue(found.Key, out var former))
            Report(ProblemSeverity.Warning, found.Location, $"{found.Key} stands also in {former.Location.File}, line {former.Location.Line}; this one counts, as the last one applied would.",
                "Import alternatives as separate sources.");
        _objects[found.Key] = found;
    }

    public void CountNotUsed(string apiVersion, string kind)
    {
        var name = apiVersion.Length > 0 ? $"{apiVersion}/{kind}" : kind;
        _notUsed[name] = _notUsed.GetValueOrDefault(name) + 1;
    }

    public void CountWithoutNamespace() => _withoutNamespace++;

    public void Report(ProblemSeverity severity, ObjectLocation at, string message, string remedy) =>
        Report(new(severity, at.File, at.Document, at.Line, message, remedy));

    public void Report(ReadingProblem problem)
    {
        if (_problems.Count >= Meter.Budget.Problems) _furtherProblems++;
        else _problems.Add(problem with { Message = Cut(MaskedText.Of(problem.Message).Text), File = Cut(MaskedText.Of(problem.File).Text) });
    }

    /// <summary>A key of a megabyte may stand in a message, but not whole.</summary>
    private static string Cut(string text) => text.Length > LongestText ? $"{text.AsSpan(0, LongestText)}…" : text;

    public ManifestReading ToReading(string defaultNamespace)
    {
        if (_withoutNamespace > 0)
            Report(new(ProblemSeverity.Note, "", 0, 0, $"{_withoutNamespace} objects name no namespace and were read into '{defaultNamespace}'.",
                "Choose another namespace for this source if they are applied with kubectl -n."));
        var objects = _objects.Values.OrderBy(o => o.Key, StringComparer.Ordinal).ToImmutableArray();
        return new()
        {
            Objects = objects,
            Problems = [.. _problems],
            FurtherProblems = _furtherProblems,
            CountsByKind = objects.CountBy(o => o.Known.Term, StringComparer.Ordinal).ToImmutableSortedDictionary(StringComparer.Ordinal),
            NotUsed = _notUsed.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Files = [.. _files],
            Spent = Meter,
        };
    }
}
