using System.Text;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Samples;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Mutations;

/// <summary>One change of the hardened sample that makes a rule find something: the first place where a text stands in a file becomes another.</summary>
internal sealed record Mutation(string Code, string File, string From, string To)
{
    private const string End = "\n---\n";

    /// <summary>Puts objects beside those of the sample.</summary>
    public static Mutation Beside(string code, string objects) => new(code, "web.yaml", "", objects);

    /// <summary>Gives the people on call a right over the whole cluster.</summary>
    public static Mutation Power(string code, string group, string resource, string verb) => Beside(code,
        $"apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {{name: power}}\nrules: [{{apiGroups: [\"{group}\"], resources: [{resource}], verbs: [{verb}]}}]{End}"
        + "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: power}\n"
        + "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: power}\nsubjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: shop-on-call}]\n");

    public IReadOnlyList<Upload> Applied()
    {
        Assert.Contains(Sample.Hardened, upload => upload.Name == File);
        return [.. Sample.Hardened.Select(upload => upload.Name == File ? new Upload(upload.Name, Encoding.UTF8.GetBytes(Changed(Encoding.UTF8.GetString(upload.Content.Span)))) : upload)];
    }

    private string Changed(string text)
    {
        if (From.Length == 0) return text.TrimEnd() + End + To;
        var at = text.IndexOf(From, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{Code}: {File} does not hold '{From}' any more.");
        return string.Concat(text.AsSpan(0, at), To, text.AsSpan(at + From.Length));
    }
}
