namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>Reads uploads into objects without ever throwing on their content: what cannot be read is a problem with file, document and line.</summary>
public static class ManifestReader
{
    /// <param name="uploads">Files, zips and pasted text, read in this order.</param>
    /// <param name="budget">What the reading may cost; <see cref="Budget.Default"/> when left out.</param>
    /// <param name="choices">What was said about namespaces and variants; <see cref="ReadingChoices.None"/> when left out.</param>
    public static ManifestReading Read(IEnumerable<Upload> uploads, Budget? budget = null, ReadingChoices? choices = null)
    {
        var said = choices ?? ReadingChoices.None;
        var collector = new ReadingCollector(new(budget ?? Budget.Default), said);
        var files = new FileReader(collector, new ObjectReader(collector, said.NamespaceOrDefault));
        foreach (var upload in uploads)
        {
            if (collector.Meter.TakeBytes(upload.Content.Length)) Read(upload, files, collector);
            if (collector.Meter.Exhausted is not { } limit) continue;
            collector.Report(new(ProblemSeverity.Refused, upload.Name, 0, 0, $"The upload holds {limit}; the rest was not read.",
                "Import fewer files at a time, one service after the other."));
            break;
        }
        return collector.ToReading();
    }

    private static void Read(Upload upload, FileReader files, ReadingCollector collector)
    {
        if (upload.IsZip) ZipFolder.Read(upload, collector, files.Read);
        else if (upload.IsManifest) files.Read(upload.Name, upload.Content);
        else
            collector.Report(new(ProblemSeverity.Refused, upload.Name, 0, 0, "Not a manifest: only .yaml, .yml, .json and .zip files are read.",
                "Rename the file if it is YAML, or zip its folder."));
    }
}
