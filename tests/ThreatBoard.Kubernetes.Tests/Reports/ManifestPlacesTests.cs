using ThreatBoard.Kubernetes.Reports;

namespace ThreatBoard.Kubernetes.Tests.Reports;

public sealed class ManifestPlacesTests
{
    private const string Pod = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: agent
          namespace: shop
          labels:
            app.kubernetes.io/name: agent
        spec:
          containers:
          - name: a
          - name: b
            securityContext:
              privileged: true
        """;

    private static readonly ManifestPlaces s_places = new(Reading.Of(Pod).Objects);

    [Theory]
    [InlineData("spec.containers[1].securityContext.privileged", 13)]
    [InlineData("spec.containers[1].securityContext.runAsNonRoot", 13)]
    [InlineData("spec.containers[0].securityContext.privileged", 10)]
    [InlineData("spec.containers[7].name", 10)]
    [InlineData("metadata.labels['app.kubernetes.io/name']", 7)]
    [InlineData("", 1)]
    [InlineData("nothing.of[that", 1)]
    public void A_path_leads_to_the_deepest_line_that_exists(string path, int line) => Assert.Equal(line, s_places.Find("Pod/shop/agent", path)?.Line);

    [Fact]
    public void A_part_of_an_object_is_found_in_it() => Assert.Equal("pasted.yaml", s_places.Find("Pod/shop/agent#container/a")?.File);

    [Fact]
    public void A_namespace_that_nobody_declares_is_where_its_first_object_is() => Assert.Equal(1, s_places.Find("Namespace/shop", "metadata.labels")?.Line);

    [Fact]
    public void What_was_not_read_is_nowhere() => Assert.Null(s_places.Find("Namespace/other"));
}
