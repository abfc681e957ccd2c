using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Web.Ui;

/// <summary>A field before and after, in words.</summary>
public sealed record ChangedField(string Name, string Before, string After)
{
    /// <summary>What a change changes; what was added has nothing before, and what was removed nothing after.</summary>
    /// <param name="before">The content in which the values before are resolved.</param>
    /// <param name="after">The content in which the values after are resolved.</param>
    public static ImmutableArray<ChangedField> Of(Change change, ModelContent before, ModelContent after) => change.Kind switch
    {
        ChangeKind.Added => [.. Of(change.Fields(), before, after).Select(field => field with { Before = FieldWords.Empty })],
        ChangeKind.Removed => [.. Of(change.Fields(), before, after).Select(field => field with { After = FieldWords.Empty })],
        _ => Of(change.Fields(), before, after),
    };

    public static ImmutableArray<ChangedField> Of(IEnumerable<FieldChange> fields, ModelContent before, ModelContent after) =>
        [.. fields.Select(field => new ChangedField(NameWords.OfField(field.Field), FieldWords.Of(field.Before, before), FieldWords.Of(field.After, after)))];
}
