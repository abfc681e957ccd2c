namespace ThreatBoard.Data.Accounts;

/// <summary>Who asks: a person in a session of theirs, or the process itself on behalf of a person.</summary>
/// <remarks>A caller proves nothing: <see cref="Access"/> looks up, for every operation, that session and person still stand.</remarks>
public sealed record Caller
{
    private Caller(Guid person, Guid? session) => (Person, Session) = (person, session);

    public Guid Person { get; }

    /// <summary>The session that must still be alive; null where the process asks.</summary>
    public Guid? Session { get; }

    public static Caller InSession(Guid person, Guid session) => new(person, session);

    /// <summary>For jobs, verbs of the command line and tests; never made of a request.</summary>
    public static Caller OfProcess(Guid person) => new(person, session: null);
}
