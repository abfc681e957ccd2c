namespace ThreatBoard.Testing.Circuits;

/// <summary>A call into .NET failed; the circuit goes on.</summary>
public sealed class CallFailedException : Exception
{
    public CallFailedException(string message)
        : base(message)
    {
    }

    public CallFailedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public CallFailedException()
    {
    }
}
