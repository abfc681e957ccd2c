using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Accounts;

/// <summary>Who asks: a person in a session of theirs, a program with a token of theirs, or the process itself on behalf of a person.</summary>
/// <remarks>A caller proves nothing: <see cref="Access"/> looks up, for every operation, that person and session or token still stand.</remarks>
public sealed record Caller
{
    private Caller(Guid person) => Person = person;

    public Guid Person { get; }

    /// <summary>The session that must still be alive; null for tokens, and where the process asks.</summary>
    public Guid? Session { get; private init; }

    /// <summary>The token that must still be alive; null for sessions, and where the process asks.</summary>
    public Guid? Token { get; private init; }

    /// <summary>What the token was made for; of no meaning without one.</summary>
    public ValueSet<string> Scopes { get; private init; } = [];

    public static Caller InSession(Guid person, Guid session) => new(person) { Session = session };

    public static Caller WithToken(AccessToken token) => new(token.PersonId) { Token = token.Id, Scopes = token.Scopes };

    /// <summary>For jobs, verbs of the command line and tests; never made of a request.</summary>
    public static Caller OfProcess(Guid person) => new(person);

    /// <summary>Whether the way of asking allows it at all, whatever the person's role.</summary>
    internal bool Allows(Right right) => Token is null || Scopes.Any(scope => TokenScope.Gives(scope, right));
}
