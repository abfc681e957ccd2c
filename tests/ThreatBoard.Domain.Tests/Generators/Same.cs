using System.Text;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Domain.Tests.Generators;

/// <summary>Compares whole models by their canonical JSON, without asking <see cref="Comparison"/>.</summary>
internal static class Same
{
    public static void Models(ModelContent expected, ModelContent actual) => Assert.Equal(Text(expected), Text(actual));

    public static string Text(ModelContent content) =>
        string.Join('\n', Enum.GetValues<ModelPart>().Select(part => Encoding.UTF8.GetString(CanonicalJson.Write(content, part))));
}
