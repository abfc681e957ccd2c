using System.Text;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Provenance;

namespace ThreatBoard.Kubernetes.Tests.Objects;

public sealed class ObjectPlaceTests
{
    private const string Files =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
        spec:
          template:
            metadata:
              labels:
                app: web
                a.b/c: x
            spec:
              nodeName: n1
              containers:
              - name: c
                image: web:1
                env:
                - name: DB_PASSWORD
                  value: hunter-two-2
        """;

    private readonly TestModel _model = TestModel.Of([new Upload("deployment.yaml", Encoding.UTF8.GetBytes(Files))]);

    [Theory]
    [InlineData("Service/shop/web", 1, 1)]
    [InlineData("apps/Deployment/shop/web", 2, 6)]
    [InlineData("apps/Deployment/shop/web#container/c", 2, 20)]
    [InlineData("apps/Deployment/shop/web#container/c!Seccomp profile", 2, 20)]
    [InlineData("external/internet→apps/Deployment/shop/web#container/c:80 via Service/shop/web", 1, 1)]
    [InlineData("Namespace/shop", 2, 10)]
    [InlineData("Node/n1", 2, 18)]
    public void An_origin_leads_to_file_document_and_line(string key, int document, int line)
    {
        var place = ObjectPlace.OfOrigin(_model.Cluster, key)!;

        Assert.Equal(("deployment.yaml", document, line), (place.File, place.Document, place.Line));
    }

    [Fact]
    public void Everything_that_a_file_says_can_be_followed_to_it()
    {
        string[] general = ["cluster/prod", "external/internet", "control-plane"];
        var keys = _model.Content.All<Boundary>().Select(b => b.Origins).Concat(_model.Content.All<Component>().Select(c => c.Origins)).Concat(_model.Content.All<Flow>().Select(f => f.Origins))
            .Select(origins => origins.First().Key).Where(key => !general.Any(g => key == g || key.StartsWith($"{g}/", StringComparison.Ordinal)));

        Assert.All(keys, key => Assert.NotNull(ObjectPlace.OfOrigin(_model.Cluster, key)));
    }

    [Theory]
    [InlineData("spec.template.spec.containers[0].image", 21, "image: web:1")]
    [InlineData("spec.template.metadata.labels['a.b/c']", 16, "a.b/c: x")]
    [InlineData("spec.template.spec.containers[0].securityContext", 6, "securityContext is not set")]
    public void Evidence_leads_to_its_line_with_what_stands_there(string path, int line, string excerpt)
    {
        var place = ObjectPlace.OfEvidence(_model.Cluster, new("apps/Deployment/shop/web", path, ""))!;

        Assert.Equal((2, line), (place.Document, place.Line));
        Assert.Contains(excerpt, place.Excerpt.Replace("['a.b/c']", "a.b/c", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_shown_is_short_and_holds_no_credential()
    {
        var place = ObjectPlace.OfOrigin(_model.Cluster, "apps/Deployment/shop/web#container/c")!;

        Assert.StartsWith("name: c\nimage: web:1\nenv:\n  - name: DB_PASSWORD\n", place.Excerpt, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", place.Excerpt, StringComparison.Ordinal);
        Assert.InRange(ObjectPlace.OfOrigin(_model.Cluster, "apps/Deployment/shop/web")!.Excerpt.Split('\n').Length, 10, 13);
    }
}
