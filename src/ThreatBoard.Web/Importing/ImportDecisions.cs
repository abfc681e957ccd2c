using System.Collections.Immutable;
using System.Text.Json;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Web.Importing;

/// <summary>What people decided so far about a reading that waits, kept beside it as JSON.</summary>
/// <param name="Refused">Names of items that are not to be taken.</param>
/// <param name="Same">What was declared the same as something that the model has.</param>
/// <param name="SeenAt">The journal number that the change set was computed from when it was shown last; 0 before.</param>
public sealed record ImportDecisions(ImmutableSortedSet<string> Refused, ImmutableArray<SameAs> Same, long SeenAt, ReadingReport Report)
{
    /// <summary>What was said before the reading, remembered for the source's next one.</summary>
    public ReadingChoices Choices { get; init; } = ReadingChoices.None;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    public static ImportDecisions None { get; } = new([], [], 0, ReadingReport.Empty);

    /// <summary>What cannot be read, because an older version wrote it otherwise, is left out.</summary>
    public static ImportDecisions Read(string json)
    {
        var stored = JsonSerializer.Deserialize<ImportDecisions>(json, s_json) ?? None;
        return new(stored.Refused ?? [], stored.Same.IsDefault ? [] : stored.Same, stored.SeenAt, stored.Report ?? ReadingReport.Empty) { Choices = Known(stored.Choices) };
    }

    private static ReadingChoices Known(ReadingChoices? stored) => stored is null ? ReadingChoices.None : stored with
    {
        Prefer = stored.Prefer.IsDefault ? [] : stored.Prefer,
        LeaveOut = stored.LeaveOut.IsDefault ? [] : stored.LeaveOut,
        Picked = stored.Picked ?? ReadingChoices.None.Picked,
    };

    public string Write() => JsonSerializer.Serialize(this, s_json);

    public ImportDecisions Refusing(string item) => this with { Refused = Refused.Add(item) };

    public ImportDecisions Taking(string item) => this with { Refused = Refused.Remove(item) };

    /// <summary>One word for one key, the last one; and one key for one entity.</summary>
    public ImportDecisions Declaring(SameAs word) => this with
    {
        Same = [.. Same.Where(s => (s.Kind, s.Key) != (word.Kind, word.Key) && s.Entity != word.Entity), word],
    };

    public ImportDecisions Withdrawing(SameAs word) => this with { Same = Same.Remove(word) };
}
