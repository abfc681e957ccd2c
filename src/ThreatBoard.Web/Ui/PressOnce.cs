namespace ThreatBoard.Web.Ui;

/// <summary>
/// Guards a form or a button that writes: events may come several times before the screen can change, and the same press heard
/// again while the first is under way, or after the form has ended, does nothing.
/// </summary>
/// <remarks>
/// What makes something new makes a new id with every press, so that nobody below could tell two presses from two wishes. What this
/// cannot do, <see cref="Editing.SameAction"/> does: an edit whose answer was lost is the same operation when it is tried again.
/// </remarks>
public sealed class PressOnce
{
    private readonly HashSet<object> _running = [];
    private bool _ended;

    /// <summary>What was begun is not done yet.</summary>
    public bool IsBusy => _running.Count > 0;

    public Task RunAsync(Func<Task> act) => RunAsync(this, act);

    /// <param name="on">What is acted on, where there are several: the same again is a second press, another one is not.</param>
    public async Task RunAsync(object on, Func<Task> act)
    {
        if (_ended || !_running.Add(on)) return;
        try
        {
            await act();
        }
        finally
        {
            _running.Remove(on);
        }
    }

    /// <summary>The form has done its work and goes; what is still heard of it came too late.</summary>
    public void End() => _ended = true;
}
