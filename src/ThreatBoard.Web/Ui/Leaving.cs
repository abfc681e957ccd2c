namespace ThreatBoard.Web.Ui;

/// <summary>Calls off what a page still does when it is left. Unlike a source's, the token may be asked for afterwards: what went on meanwhile ends as cancelled, and not with an error on the next page.</summary>
public sealed class Leaving : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public Leaving() => Token = _source.Token;

    public CancellationToken Token { get; }

    public void Dispose()
    {
        if (Token.IsCancellationRequested) return;
        _source.Cancel();
        _source.Dispose();
    }
}
