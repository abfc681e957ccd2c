namespace ThreatBoard.Data.Accounts;

/// <summary>How somebody proved who they are.</summary>
public enum SignInMethod
{
    Link,
    Password,
    SingleSignOn,
}

/// <summary>One browser that is signed in as a person; kept by the server, so that it can be ended from elsewhere.</summary>
public sealed record Session
{
    /// <summary>How long a browser may be away.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(7);

    /// <summary>After this long one signs in anew, used or not.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required SignInMethod Method { get; init; }

    /// <summary>Whether a second factor was shown at the sign-in.</summary>
    public bool SecondFactor { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Moves on with use, at most to <see cref="Longest"/> after the start.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What the browser says it is, at most 200 characters.</summary>
    public required string Browser { get; init; }

    /// <summary>Where it came from last, as this server saw it.</summary>
    public required string Address { get; init; }
}
