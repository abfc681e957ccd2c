namespace ThreatBoard.Web.Ui;

/// <summary>
/// Guards a form or a button that writes: events may come several times before the screen can change, and the same press heard
/// again while the first is under way, or after the form has ended, does nothing.
/// </summary>
public sealed class PressOnce
{
    private bool _ended;

    /// <summary>What was begun is not done yet.</summary>
    public bool IsBusy { get; private set; }

    public async Task RunAsync(Func<Task> act)
    {
        if (IsBusy || _ended) return;
        IsBusy = true;
        try
        {
            await act();
        }
        finally
        {
            IsBusy = false;
        }
    }

    /// <summary>The form has done its work and goes; what is still heard of it came too late.</summary>
    public void End() => _ended = true;
}
