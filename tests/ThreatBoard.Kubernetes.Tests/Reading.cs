using System.Text;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Tests;

/// <summary>Short ways to read text in tests.</summary>
internal static class Reading
{
    public static ManifestReading Of(string yaml, Budget? budget = null) => ManifestReader.Read([Upload.Pasted(yaml)], budget);

    public static ManifestReading Of(string name, byte[] content, Budget? budget = null) => ManifestReader.Read([new Upload(name, content)], budget);

    public static KubernetesObject One(string yaml) => Assert.Single(Of(yaml).Objects);

    /// <summary>A ConfigMap whose data is the given YAML, indented by two already.</summary>
    public static TreeMap Data(string entries) => (TreeMap)One($"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: c}}\ndata:\n{entries}").Body["data"]!;

    public static ReadingProblem Refused(ManifestReading reading) => Assert.Single(reading.Problems, p => p.Severity == ProblemSeverity.Refused);

    /// <summary>Everything a reading gives out, as one text to search for canaries.</summary>
    public static string Everything(ManifestReading reading)
    {
        var all = new StringBuilder();
        foreach (var problem in reading.Problems) all.AppendLine(problem.ToString());
        foreach (var item in reading.Objects) Append(all.AppendLine(item.Key), item.Body);
        return all.ToString();
    }

    private static void Append(StringBuilder all, TreeNode node)
    {
        switch (node)
        {
            case TreeScalar scalar: all.AppendLine(scalar.Text); break;
            case TreeList list: foreach (var item in list.Items) Append(all, item); break;
            case TreeMap map:
                foreach (var (key, value) in map.Entries) Append(all.AppendLine(key), value);
                break;
        }
    }
}
