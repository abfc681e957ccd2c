using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Permissions;

/// <summary>One rule of a role: verbs on resources, or on addresses that are no resources.</summary>
public sealed class PermissionRule
{
    public const string Any = "*";

    internal PermissionRule(Cursor at)
    {
        At = at;
        (Verbs, Groups, Resources) = (at["verbs"].Texts(), at["apiGroups"].Texts(), at["resources"].Texts());
        (Names, Urls) = (at["resourceNames"].Texts(), at["nonResourceURLs"].Texts());
    }

    internal PermissionRule(string groups, string resources, string verbs)
    {
        (Groups, Resources, Verbs) = (groups.Split(' '), resources.Split(' '), verbs.Split(' '));
        (Names, Urls) = ([], groups == Any ? [Any] : []);
    }

    /// <summary>Where it stands; null for a rule of a role that every cluster comes with and nobody read.</summary>
    public Cursor? At { get; }

    public IReadOnlyList<string> Verbs { get; }

    public IReadOnlyList<string> Groups { get; }

    public IReadOnlyList<string> Resources { get; }

    /// <summary>Names that it is confined to; none: it holds for every name.</summary>
    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<string> Urls { get; }

    public bool HasVerb(string verb) => Holds(Verbs, verb);

    public bool HasGroup(string group) => Holds(Groups, group);

    /// <summary>A star matches every subresource too; <c>*/scale</c> and <c>pods/*</c> match as they read, as other authorizers than the API server's own do.</summary>
    public bool HasResource(string resource)
    {
        var slash = resource.IndexOf('/', StringComparison.Ordinal);
        foreach (var own in Resources)
        {
            if (own == Any || own == resource) return true;
            if (slash < 0 || own.IndexOf('/', StringComparison.Ordinal) is not (> 0 and var cut)) continue;
            if (Part(own[..cut], resource[..slash]) && Part(own[(cut + 1)..], resource[(slash + 1)..])) return true;
        }
        return false;
    }

    /// <summary>Whether it allows the verb on some object of the resource, whatever its name.</summary>
    public bool Touches(string verb, string group, string resource) => HasVerb(verb) && HasGroup(group) && HasResource(resource);

    /// <summary>Whether it allows the request, its namespace left aside. A rule with names never allows what is asked without one.</summary>
    public bool Allows(AccessRequest request) =>
        Touches(request.Verb, request.Group, request.Resource) && (Names.Count == 0 || (request.Name is { } name && Names.Contains(name, StringComparer.Ordinal)));

    /// <summary>Whether it allows the verb on an address such as <c>/metrics</c>.</summary>
    public bool AllowsUrl(string verb, string url) => HasVerb(verb) && Urls.Any(own =>
        own == Any || own == url || (own.EndsWith('*') && url.StartsWith(own.AsSpan(0, own.Length - 1), StringComparison.Ordinal)));

    /// <summary>The same words in the same lists.</summary>
    internal string Signature => string.Join('\n', new[] { Verbs, Groups, Resources, Names, Urls }.Select(list => string.Join(' ', list.Order(StringComparer.Ordinal))));

    private static bool Holds(IReadOnlyList<string> list, string word) => list.Contains(word, StringComparer.Ordinal) || list.Contains(Any, StringComparer.Ordinal);

    private static bool Part(string own, string asked) => own == Any || own == asked;
}
