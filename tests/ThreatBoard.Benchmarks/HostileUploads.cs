using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Benchmarks;

/// <summary>Uploads that would hurt a reader that trusts them.</summary>
public static class HostileUploads
{
    private const int Full = 9_900_000;

    public static ImmutableArray<(string Name, Upload Upload)> All { get; } =
    [
        ("brackets", Text(new string('[', 10_000))),
        ("brackets-full", Text(new string('[', Full))),
        ("aliases", Text(Aliases())),
        ("binary", new("a.yaml", Bytes(1_000_000))),
        ("helm", Text("kind: Service\nmetadata:\n  name: {{ .Values.name }}\n  labels: {{- include \"labels\" . | nindent 4 }}\n")),
        ("bare-equals", Text("kind: ConfigMap\napiVersion: v1\nmetadata: {name: a}\ndata:\n  key: =\n")),
        ("one-line", Text($"kind: {new string('a', Full)}")),
        ("documents", Text(string.Concat(Enumerable.Repeat("---\n", Full / 4)))),
        ("keys", Text(string.Concat(Enumerable.Range(0, 700_000).Select(i => $"k{i}: v\n")))),
        ("resource-definition", Text(Definition())),
        ("services-and-pods", Text(Many())),
        ("zip-bomb", Zip("a.yaml", Full * 10)),
    ];

    private static Upload Text(string yaml) => new("a.yaml", Encoding.UTF8.GetBytes(yaml));

    private static string Aliases()
    {
        var levels = Enumerable.Range(1, 9).Select(i => $"l{i}: &l{i} [{string.Join(',', Enumerable.Repeat($"*l{i - 1}", 10))}]");
        return $"l0: &l0 [a,a,a,a,a,a,a,a,a,a]\n{string.Join('\n', levels)}\n";
    }

    private static byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i * 31 % 251))];

    private static string Definition()
    {
        var fields = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"              field{i}:\n                type: string\n                description: What field {i} is for.\n"));
        return $"apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: things.example\nspec:\n  versions:\n  - name: v1\n    schema:\n      openAPIV3Schema:\n        properties:\n          spec:\n            properties:\n{fields}";
    }

    /// <summary>Every service selects every pod, and every pod names every service.</summary>
    private static string Many() => string.Concat(Enumerable.Range(0, 1_000).Select(i =>
        $"---\napiVersion: v1\nkind: Service\nmetadata: {{name: s{i}}}\nspec: {{selector: {{app: all}}, ports: [{{port: 80}}]}}\n" +
        $"---\napiVersion: v1\nkind: Pod\nmetadata: {{name: p{i}, labels: {{app: all}}}}\nspec: {{containers: [{{name: c, image: i, env: [{{name: A, value: \"http://s{i}\"}}, {{name: B, value: \"http://s{(i * 7) % 1_000}\"}}]}}]}}\n"));

    private static Upload Zip(string entry, int inflated)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = archive.CreateEntry(entry, CompressionLevel.SmallestSize).Open();
            var zeros = new byte[81_920];
            for (var written = 0; written < inflated; written += zeros.Length) stream.Write(zeros);
        }

        return new("a.zip", zip.ToArray());
    }
}
