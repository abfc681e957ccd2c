using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Samples;
using ThreatBoard.Web.Features.Kubernetes;

namespace ThreatBoard.Web.Tests.Kubernetes;

public sealed class ClusterPictureTests
{
    private static readonly DateOnly s_today = new(2030, 6, 1);

    [Fact]
    public async Task The_hardened_sample_denies_by_default_and_enforces_what_its_pods_pass()
    {
        var picture = await PictureAsync(new(Sample.Hardened));

        Assert.Equal(3, picture.Namespaces.Total);
        Assert.All(picture.Namespaces.Rows, row => Assert.Equal(("Default deny", "Default deny", "Restricted", "Restricted"), (row.Ingress.Words, row.Egress.Words, row.Enforced, row.Strictest)));
        Assert.Equal("TLS", Assert.Single(picture.Entries.Rows).TlsWords);
        Assert.DoesNotContain(picture.Accounts.Rows, row => row.Power >= AccountPower.Namespace);
    }

    [Fact]
    public async Task The_weak_sample_isolates_nobody()
    {
        var picture = await PictureAsync(new(Sample.Weak));

        Assert.All(picture.Namespaces.Rows.Where(row => row.Workloads > 0), row => Assert.Equal(("None: all allowed", "none"), (row.Egress.Words, row.Egress.Mark)));
        Assert.Contains(picture.Entries.Rows, row => row.Tls is Encryption.None);
        Assert.NotNull(picture.Clear);
    }

    [Fact]
    public async Task Some_isolated_pods_are_counted_with_the_policies_that_isolate_them()
    {
        var picture = await PictureAsync(ReadModel.Of(Pods + """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: only-web, namespace: shop}
            spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress], ingress: [{}]}
            """));

        var row = Assert.Single(picture.Namespaces.Rows);
        Assert.Equal(("1 of 2 isolated", "None: all allowed"), (row.Ingress.Words, row.Egress.Words));
        Assert.Equal("NetworkPolicy only-web", Assert.Single(row.Ingress.Policies).Object);
    }

    [Fact]
    public async Task A_namespace_whose_object_was_not_read_enforces_nobody_knows_what()
    {
        var row = Assert.Single((await PictureAsync(ReadModel.Of(Pods))).Namespaces.Rows);

        Assert.Equal(("Unknown", null), (row.Enforced, row.At));
    }

    [Fact]
    public async Task Open_threats_of_everything_inside_a_namespace_are_counted()
    {
        var picture = await PictureAsync(new([Upload.Pasted(Pods)], content =>
        {
            var web = content.All<Component>().First();
            return content.With(new Threat { Id = new(Guid.CreateVersion7()), Title = "inside", Subject = ThreatSubject.Of(web) }).With(new Threat { Id = new(Guid.CreateVersion7()), Title = "the model's" });
        }));

        Assert.Equal(1, Assert.Single(picture.Namespaces.Rows).Threats);
    }

    [Fact]
    public async Task Whoever_may_do_everything_comes_first_and_a_role_that_was_not_read_cannot_be_told()
    {
        var picture = await PictureAsync(ReadModel.Of(Pods + """
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: all}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
            subjects: [{kind: ServiceAccount, name: robot, namespace: shop}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: secrets, namespace: shop}
            rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: reads, namespace: shop}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: secrets}
            subjects: [{kind: ServiceAccount, name: reader, namespace: shop}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: dangling, namespace: shop}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: gone}
            subjects: [{kind: ServiceAccount, name: reader, namespace: shop}]
            """));

        Assert.Equal([("shop/robot", AccountPower.Administrator), ("shop/reader", AccountPower.Namespace), ("shop/default", AccountPower.None)], picture.Accounts.Rows.Select(row => (row.Name, row.Power)));
        var right = Assert.Single(picture.Accounts.Rows[1].Rights);
        Assert.Equal(("read secrets", "shop", "RoleBinding reads"), (right.Words, right.Where, right.By.Object));
        Assert.Contains(picture.Unclear.Rows, row => row.Why.Contains("Role gone", StringComparison.Ordinal) && row.At!.Object == "RoleBinding dangling");
    }

    [Fact]
    public void No_more_rows_are_shown_than_a_page_holds_and_how_many_are_left_out_is_said()
    {
        var listed = Listed.Of(Enumerable.Range(0, 250));

        Assert.Equal((200, 250, "50 more are not shown."), (listed.Rows.Length, listed.Total, listed.LeftOut));
    }

    private const string Pods = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop, labels: {app: web}}
        spec: {containers: [{name: web, image: nginx}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: api, namespace: shop, labels: {app: api}}
        spec: {containers: [{name: api, image: api}]}

        """;

    private static Task<ClusterPicture> PictureAsync(ReadModel model) => model.AskAsync(look => ClusterPicture.Of(look, ["shop"], s_today));
}
