using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Masking;

namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>Gathers what the files give; every message goes through the mask here, so that no problem carries a credential.</summary>
internal sealed class ReadingCollector(BudgetMeter meter, ReadingChoices choices)
{
    private const int LongestText = 500;
    private const int MostNamed = 5;
    private readonly ObjectVersions _objects = new(choices);
    private readonly SortedDictionary<string, int> _notUsed = new(StringComparer.Ordinal);
    private readonly List<ReadingProblem> _problems = [];
    private readonly List<string> _files = [];
    private readonly List<KubernetesObject> _replaced = [];
    private int _furtherProblems;
    private int _withoutNamespace;

    public BudgetMeter Meter { get; } = meter;

    public ReadingChoices Choices { get; } = choices;

    public void AddFile(string name) => _files.Add(name);

    public void Add(KubernetesObject found)
    {
        if (_objects.Add(found) is not { } former) return;
        _replaced.Add(former);
        Report(ProblemSeverity.Warning, found.Location, $"{found.Key} stands also in line {former.Location.Line} of this file; this one counts, as the last one applied would.", "Remove one of them.");
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

    public ManifestReading ToReading()
    {
        if (_withoutNamespace > 0 && !Choices.SaysNamespace)
            Report(new(ProblemSeverity.Note, "", 0, 0, $"{_withoutNamespace} objects name no namespace and were read into '{Choices.NamespaceOrDefault}'.",
                "Choose another namespace for this source if they are applied with kubectl -n."));
        var variants = _objects.Variants;
        foreach (var choice in FileChoice.Of(variants).Where(choice => !choice.IsDecided)) Report(Undecided(choice));
        var objects = _objects.Objects.ToImmutableArray();
        return new()
        {
            Objects = objects,
            Variants = variants,
            Replaced = [.. _replaced],
            WithoutNamespace = _withoutNamespace,
            Choices = Choices,
            Problems = [.. _problems],
            FurtherProblems = _furtherProblems,
            CountsByKind = objects.CountBy(o => o.Known.Term, StringComparer.Ordinal).ToImmutableSortedDictionary(StringComparer.Ordinal),
            NotUsed = _notUsed.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Files = [.. _files],
            Spent = Meter,
        };
    }

    private static ReadingProblem Undecided(FileChoice choice) => new(
        ProblemSeverity.Warning, choice.Files[^1], 0, 0,
        $"Defined differently in {string.Join(", ", choice.Files)}: {string.Join(", ", choice.Objects.Take(MostNamed))}{(choice.Objects.Length > MostNamed ? $" and {choice.Objects.Length - MostNamed} more" : "")}. The last file counts, as the last one applied would.",
        "Say which of the files counts, or leave the others out.");
}
