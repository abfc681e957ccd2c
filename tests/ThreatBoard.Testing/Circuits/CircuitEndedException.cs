namespace ThreatBoard.Testing.Circuits;

/// <summary>The server ended the circuit, or reported an error in it.</summary>
public sealed class CircuitEndedException : Exception
{
    public CircuitEndedException(string message)
        : base(message)
    {
    }

    public CircuitEndedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public CircuitEndedException()
    {
    }
}
