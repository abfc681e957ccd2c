using System.IO.Compression;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Web.Commands.Pushing;

/// <summary>Manifests as the import endpoint takes them: one file as it is, several as a zip; the same files give the same bytes.</summary>
public sealed record PushBody(string ContentType, byte[] Content)
{
    /// <summary>The first moment that a zip can hold.</summary>
    private static readonly DateTimeOffset s_noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static PushBody Of(IReadOnlyList<Upload> uploads) => uploads switch
    {
        [var one] when one.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) => new("application/zip", one.Content.ToArray()),
        [var one] when one.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) => new("application/json", one.Content.ToArray()),
        [var one] => new("application/yaml", one.Content.ToArray()),
        _ => new("application/zip", Zipped(uploads)),
    };

    private static byte[] Zipped(IReadOnlyList<Upload> uploads)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var upload in uploads.OrderBy(upload => upload.Name, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(upload.Name.TrimStart('/'), CompressionLevel.Optimal);
                entry.LastWriteTime = s_noTime;
                using var content = entry.Open();
                content.Write(upload.Content.Span);
            }
        }

        return bytes.ToArray();
    }
}
