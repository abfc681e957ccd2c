using ThreatBoard.Web.Commands;

namespace ThreatBoard.Web.Tests.Commands;

public sealed class ProgressTests
{
    private static Terminal On(TextWriter errors, bool isTerminal) => new(Stream.Null, Stream.Null, errors, isTerminal);

    [Fact]
    public void Each_second_says_what_goes_on_and_the_end_takes_it_away()
    {
        var (clock, errors) = (new TickingClock(), new StringWriter());
        using (var progress = new Progress(On(errors, isTerminal: true), clock, "Reading"))
        {
            Assert.Equal("", errors.ToString());
            clock.Tick();
            progress.Now("Analysing 12 objects");
            clock.Tick();
        }

        Assert.Equal("\rReading … 1 s\rAnalysing 12 objects … 2 s\r" + new string(' ', "Analysing 12 objects … 2 s".Length) + "\r", errors.ToString());
    }

    [Fact]
    public void Nothing_is_said_where_nobody_looks()
    {
        var (clock, errors) = (new TickingClock(), new StringWriter());
        using (new Progress(On(errors, isTerminal: false), clock, "Reading")) clock.Tick();

        Assert.Equal("", errors.ToString());
    }

    [Fact]
    public void What_takes_less_than_a_second_says_nothing()
    {
        var errors = new StringWriter();
        using (new Progress(On(errors, isTerminal: true), new TickingClock(), "Reading")) Assert.Equal("", errors.ToString());

        Assert.Equal("", errors.ToString());
    }

    /// <summary>A clock whose timers come when the test says that a second has passed.</summary>
    private sealed class TickingClock : TimeProvider
    {
        private readonly List<(TimerCallback Call, object? State)> _timers = [];
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Add((callback, state));
            return new Timer(_ => { }, state: null, Timeout.Infinite, Timeout.Infinite);
        }

        public void Tick()
        {
            _seconds++;
            foreach (var (call, state) in _timers) call(state);
        }
    }
}
