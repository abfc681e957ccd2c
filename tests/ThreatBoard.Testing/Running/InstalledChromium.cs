namespace ThreatBoard.Testing.Running;

/// <summary>The machine's Chromium and how it is started; nothing is downloaded.</summary>
public static class InstalledChromium
{
    public static string Path { get; } = Environment.GetEnvironmentVariable("THREATBOARD_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";

    public static IReadOnlyList<string> Arguments { get; } =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
}
