namespace ThreatBoard.Web.Features.Diagram;

/// <summary>Holds a diagram open until it is disposed, once.</summary>
public sealed class DiagramLease(OpenDiagram diagram, Func<ValueTask> giveBack) : IAsyncDisposable
{
    private int _returned;

    public OpenDiagram Diagram => diagram;

    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _returned, 1) == 0 ? giveBack() : ValueTask.CompletedTask;
}
