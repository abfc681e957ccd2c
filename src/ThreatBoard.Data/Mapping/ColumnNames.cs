using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ThreatBoard.Data.Mapping;

/// <summary>Columns are named as PostgreSQL likes it: <c>subject_ref_kind</c>.</summary>
internal static partial class ColumnNames
{
    public static void Apply(IMutableModel model)
    {
        foreach (var property in model.GetEntityTypes().SelectMany(Flattened))
            property.SetColumnName(Of(Path(property)));
    }

    public static string Of(string name) => HumpPattern().Replace(name, "_$0").ToLowerInvariant();

    private static IEnumerable<IMutableProperty> Flattened(IMutableTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(complex => Flattened(complex.ComplexType)));

    private static string Path(IReadOnlyProperty property) =>
        string.Concat(Around(property.DeclaringType).Reverse().Append(property.Name));

    private static IEnumerable<string> Around(IReadOnlyTypeBase type)
    {
        for (; type is IReadOnlyComplexType complex; type = complex.ComplexProperty.DeclaringType) yield return complex.ComplexProperty.Name;
    }

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HumpPattern();
}
