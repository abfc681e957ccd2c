using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Web.Features.Import;

/// <summary>What a person answers to what a reading asks, while the page is open.</summary>
public sealed class ReadingAnswers
{
    private string _asked = ReadingChoices.UnsaidNamespace;

    /// <summary>The file that counts for each object that several define, by the object's key.</summary>
    public Dictionary<string, string> Picked { get; } = new(StringComparer.Ordinal);

    public HashSet<string> LeftOut { get; } = new(StringComparer.Ordinal);

    /// <summary>What the reading asks about variants, as it stood when it first asked; files that are left out stay to be taken in again.</summary>
    public ImmutableArray<FileChoice> Open { get; private set; } = [];

    /// <summary>Objects of the last reading that named no namespace.</summary>
    public int WithoutNamespace { get; private set; }

    public void Take(ReadingChoices remembered)
    {
        foreach (var (key, file) in remembered.Picked) Picked.TryAdd(key, file);
        LeftOut.UnionWith(remembered.LeaveOut);
    }

    /// <summary>Until somebody says otherwise the last file counts, as the last one applied would.</summary>
    public void Ask(ManifestReading reading)
    {
        WithoutNamespace = reading.WithoutNamespace;
        _asked = reading.Choices.Namespace ?? ReadingChoices.UnsaidNamespace;
        if (LeftOut.Count == 0 || Open.IsEmpty) Open = FileChoice.Of(reading.Variants);
        foreach (var variant in reading.Variants)
            if (!Picked.TryGetValue(variant.Key, out var file) || variant.Places.All(place => place.File != file)) Picked[variant.Key] = variant.Counts.File;
    }

    public void Forget()
    {
        Picked.Clear();
        LeftOut.Clear();
        (Open, WithoutNamespace) = ([], 0);
    }

    public ReadingChoices With(string @namespace) => new()
    {
        Namespace = @namespace.Trim() is { Length: > 0 } said ? said : null,
        Picked = Picked.Concat(MovedTo(@namespace.Trim())).ToImmutableDictionary(StringComparer.Ordinal),
        LeaveOut = [.. LeftOut.Order(StringComparer.Ordinal)],
    };

    /// <summary>An object that names no namespace was asked about under the one of then, and has another key in the one that is said now.</summary>
    private IEnumerable<KeyValuePair<string, string>> MovedTo(string @namespace) =>
        @namespace.Length == 0 || @namespace == _asked ? []
        : Picked.Select(pick => KeyValuePair.Create(pick.Key.Replace($"/{_asked}/", $"/{@namespace}/", StringComparison.Ordinal), pick.Value)).Where(moved => !Picked.ContainsKey(moved.Key));
}
