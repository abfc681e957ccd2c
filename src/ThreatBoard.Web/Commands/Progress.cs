using System.Globalization;

namespace ThreatBoard.Web.Commands;

/// <summary>Tells what goes on when it goes on for more than a second, on one line that goes away again; nothing where nobody looks.</summary>
public sealed class Progress : IDisposable
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private readonly Lock _line = new();
    private readonly TextWriter _errors;
    private readonly TimeProvider _clock;
    private readonly ITimer? _timer;
    private readonly long _since;
    private string _step;
    private int _shown;

    public Progress(Terminal terminal, TimeProvider clock, string step)
    {
        (_errors, _clock, _step, _since) = (terminal.Errors, clock, step, clock.GetTimestamp());
        if (terminal.ShowsProgress) _timer = clock.CreateTimer(_ => Show(), state: null, s_second, s_second);
    }

    /// <summary>What is done from now on.</summary>
    public void Now(string step)
    {
        lock (_line) _step = step;
    }

    /// <summary>Takes the line away, so that others can write there; the next second brings it back.</summary>
    public void Pause()
    {
        lock (_line)
        {
            if (_shown > 0) _errors.Write($"\r{new string(' ', _shown)}\r");
            _shown = 0;
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_line)
        {
            Pause();
            _step = "";
        }
    }

    private void Show()
    {
        lock (_line)
        {
            // The timer may come once more after it was told to stop.
            if (_step.Length == 0) return;
            var line = string.Create(CultureInfo.InvariantCulture, $"{_step} … {(int)_clock.GetElapsedTime(_since).TotalSeconds} s");
            _errors.Write($"\r{line.PadRight(_shown)}");
            _errors.Flush();
            _shown = line.Length;
        }
    }
}
