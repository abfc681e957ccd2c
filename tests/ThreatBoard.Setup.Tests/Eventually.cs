namespace ThreatBoard.Setup.Tests;

/// <summary>Waits until something holds; fails when it does not within half a minute.</summary>
public static class Eventually
{
    public static async Task IsTrueAsync(Func<bool> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!holds())
            await timer.WaitForNextTickAsync(patience.Token);
    }
}
