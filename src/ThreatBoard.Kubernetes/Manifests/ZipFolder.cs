
namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>Reads a zipped folder from memory: judged by its directory before anything is inflated, and counted while it is.</summary>
internal static class ZipFolder
{
    public static void Read(Upload upload, ReadingCollector collector, Action<string, ReadOnlyMemory<byte>> readFile)
    {
        void Refuse(string name, string message, string remedy) =>
            collector.Report(new(ProblemSeverity.Refused, name, 0, 0, message, remedy));

        var budget = collector.Meter.Budget;
        if (ZipDirectory.Read(upload.Content.Span, budget.ZipEntries) is not { } directory)
        {
            Refuse(upload.Name, "Not a readable zip.", "Zip the folder again, without splitting or the 64-bit format.");
            return;
        }
        if (directory.Count > budget.ZipEntries)
        {
            Refuse(upload.Name, $"The zip holds more than {budget.ZipEntries:N0} entries.", "Zip only the folder of the manifests.");
            return;
        }
        var wanted = new List<ZipDirectory.Entry>();
        foreach (var entry in directory)
            if (Judge(entry, budget) is not { } objection) { if (entry.IsManifest) wanted.Add(entry); }
            else Refuse($"{upload.Name}/{entry.Name}", objection, "Remove it from the zip; the other entries were read.");
        var declared = wanted.Sum(e => (long)e.InflatedSize);
        if (declared > budget.Bytes)
            Refuse(upload.Name, $"The zip inflates to {declared:N0} bytes, more than {budget.Bytes:N0}.", "Import fewer files at a time.");
        else Inflate(upload, wanted, collector, readFile, Refuse);
    }

    private static string? Judge(ZipDirectory.Entry entry, Budget budget) => entry switch
    {
        { IsOutside: true } => "The entry's name leads out of the folder.",
        { IsLink: true } => "The entry is a symbolic link.",
        { IsEncrypted: true } => "The entry is encrypted.",
        { IsZip: true } => "A zip inside a zip is not opened.",
        { IsManifest: true } when entry.InflatedSize > 100_000 && entry.InflatedSize > (long)entry.PackedSize * budget.ZipRatio =>
            $"The entry inflates more than {budget.ZipRatio}-fold, as zip bombs do.",
        _ => null,
    };

    private static void Inflate(
        Upload upload, List<ZipDirectory.Entry> wanted, ReadingCollector collector,
        Action<string, ReadOnlyMemory<byte>> readFile, Action<string, string, string> refuse)
    {
        foreach (var entry in wanted.OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var name = $"{upload.Name}/{entry.Name}";
            if (entry.Open(upload.Content) is not { } packed)
            {
                refuse(name, "The entry is packed in a way that is not read.", "Zip the folder again, with the usual compression.");
                continue;
            }
            try
            {
                using (packed)
                    if (ReadWithin(packed, (int)entry.InflatedSize) is { } content && collector.Meter.TakeInflated(content.Length)) readFile(name, content);
                    else refuse(name, "The entry inflates to more than it declares.", "Zip the folder again.");
            }
            catch (InvalidDataException)
            {
                refuse(name, "The entry is damaged.", "Zip the folder again.");
            }
            if (collector.Meter.Exhausted is not null) return;
        }
    }

    /// <summary>Null when there is more than was declared.</summary>
    private static byte[]? ReadWithin(Stream packed, int declared)
    {
        var content = new byte[declared];
        var count = packed.ReadAtLeast(content, declared, throwOnEndOfStream: false);
        if (packed.ReadByte() >= 0) return null;
        return count == declared ? content : content[..count];
    }
}
