namespace ThreatBoard.Web.Commands.Kubernetes;

/// <summary><c>kubernetes import</c>: what an import would derive, as a revision would hold it.</summary>
internal static class ImportVerb
{
    public static Verb Verb { get; } = new(
        "kubernetes import", ManifestInput.Takes,
        "Derives components, trust boundaries, data flows and controls, and prints them as canonical JSON, as a revision of the model holds them: the same manifests give the same bytes. Stores nothing; threatboard push does.",
        [
            .. ManifestInput.Options,
            new("--environment", "The environment that the source names.", "NAME"),
            new("--source", "The source's name (that of the first folder).", "NAME"),
        ])
    {
        Ending = "Ends with 0, or with 2 for wrong use or manifests that cannot be read.",
    };

    public static int Run(VerbArguments arguments, Terminal terminal, Progress progress)
    {
        if (ManifestInput.Read(arguments, terminal, progress, namesFromHere: false) is not { } model) return ExitCode.WrongUse;
        var json = model.ToCanonicalJson();
        progress.Dispose();
        terminal.Print(json);
        return ExitCode.Fine;
    }
}
