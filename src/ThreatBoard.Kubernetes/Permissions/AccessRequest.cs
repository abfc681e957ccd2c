namespace ThreatBoard.Kubernetes.Permissions;

/// <summary>What somebody asks of the API server, as its authorization sees it.</summary>
/// <param name="Group">Empty for the core group.</param>
/// <param name="Resource">With its subresource, as in <c>pods/exec</c>.</param>
/// <param name="Namespace">Null: in the whole cluster.</param>
/// <param name="Name">Null: without a name, as list and create are asked.</param>
public sealed record AccessRequest(string Verb, string Group, string Resource, string? Namespace = null, string? Name = null)
{
    public override string ToString() =>
        $"{Verb} {Resource}{(Group.Length > 0 ? $".{Group}" : "")}{(Name is null ? "" : $" “{Name}”")}{(Namespace is null ? "" : $" in {Namespace}")}";
}
