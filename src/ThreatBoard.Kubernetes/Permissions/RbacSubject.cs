namespace ThreatBoard.Kubernetes.Permissions;

/// <summary>What kind of thing a binding names.</summary>
public enum SubjectKind { ServiceAccount, User, Group }

/// <summary>Somebody whom a binding may give rights to: a service account, a user or a group, as the API server knows them.</summary>
/// <param name="Namespace">Empty for users and groups.</param>
public sealed record RbacSubject(SubjectKind Kind, string Namespace, string Name)
{
    public const string EveryAccountName = "system:serviceaccounts";
    private const string AccountPrefix = "system:serviceaccount:";

    /// <summary>Who calls without any credential.</summary>
    public static RbacSubject Anonymous { get; } = User("system:anonymous");

    /// <summary>Whoever calls without any credential, as a group.</summary>
    public static RbacSubject Unauthenticated { get; } = Group("system:unauthenticated");

    /// <summary>Everybody who has shown a credential, service accounts included.</summary>
    public static RbacSubject Authenticated { get; } = Group("system:authenticated");

    public static RbacSubject EveryAccount { get; } = Group(EveryAccountName);

    public static RbacSubject Account(string @namespace, string name) => new(SubjectKind.ServiceAccount, @namespace, name);

    public static RbacSubject User(string name) => new(SubjectKind.User, "", name);

    public static RbacSubject Group(string name) => new(SubjectKind.Group, "", name);

    /// <summary>The groups and the second name that the API server gives this subject without anybody saying so.</summary>
    public IEnumerable<RbacSubject> AlsoKnownAs() => Kind switch
    {
        SubjectKind.ServiceAccount => [User($"{AccountPrefix}{Namespace}:{Name}"), EveryAccount, Group($"{EveryAccountName}:{Namespace}"), Authenticated],
        SubjectKind.User => this == Anonymous ? [Unauthenticated] : [Authenticated],
        _ when this == Authenticated || this == Unauthenticated => [],
        _ when Name.StartsWith(EveryAccountName + ":", StringComparison.Ordinal) => [EveryAccount, Authenticated],
        _ => [Authenticated],
    };

    /// <summary>The same subject under the name that rights are kept by: a user who is a service account is that account.</summary>
    public RbacSubject Canonical() =>
        Kind == SubjectKind.User && Name.StartsWith(AccountPrefix, StringComparison.Ordinal) && Name[AccountPrefix.Length..].Split(':') is [var place, var account]
            ? Account(place, account)
            : this;

    public override string ToString() => Kind switch
    {
        SubjectKind.ServiceAccount => $"{Namespace}/{Name}",
        SubjectKind.User => $"user {Name}",
        _ => $"group {Name}",
    };
}
