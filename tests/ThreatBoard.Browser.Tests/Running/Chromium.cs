using Microsoft.Playwright;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Browser.Tests.Running;

/// <summary>Debian's Chromium, driven by Playwright; nothing is downloaded. One for all tests, a fresh profile each.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = InstalledChromium.Path,
            Args = InstalledChromium.Arguments,
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}
