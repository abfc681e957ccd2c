using System.Text.Json;

namespace ThreatBoard.Web.Tests.Commands;

public sealed class PathsVerbTests
{
    private const string Open = Typed.Pod + """

        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: door, namespace: shop, labels: { app: door } }
        spec:
          nodeName: machine-1
          containers:
          - name: c
            ports: [{ containerPort: 8080 }]
            securityContext: { privileged: true }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: door, namespace: shop }
        spec: { type: LoadBalancer, selector: { app: door }, ports: [{ port: 80, targetPort: 8080 }] }
        """;

    [Fact]
    public void From_the_internet_each_way_to_what_is_worth_protecting_is_told_step_by_step()
    {
        var typed = Typed.Kubernetes(Open, ["paths", "-"]);

        Assert.Equal(0, typed.ExitCode);
        Assert.Contains("worth protecting", typed.Printed, StringComparison.Ordinal);
        Assert.Contains("  1. the internet", typed.Printed, StringComparison.Ordinal);
        Assert.Contains("machine-1", typed.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_ends_with_1_where_that_was_asked_for()
    {
        Assert.Equal(1, Typed.Kubernetes(Open, ["paths", "-", "--fail-on-path"]).ExitCode);
        Assert.Equal(0, Typed.Kubernetes("apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a, namespace: b}", ["paths", "-", "--fail-on-path"]).ExitCode);
    }

    [Fact]
    public void What_would_cut_a_path_comes_with_its_patches()
    {
        using var json = JsonDocument.Parse(Typed.Kubernetes(Open, ["paths", "-", "--to", "machine-1", "--fixes", "--format", "json"]).Printed);
        var fixes = json.RootElement.GetProperty("plan").GetProperty("fixes").EnumerateArray().ToList();

        Assert.NotEmpty(fixes);
        Assert.Contains(fixes, fix => fix.GetProperty("patches").EnumerateArray().Any(patch => patch.GetString()!.Contains("kind: ", StringComparison.Ordinal)));
        Assert.Contains("fix", Typed.Kubernetes(Open, ["paths", "-", "--to", "machine-1", "--fixes"]).Printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_gets_to_an_asset_is_told_where_no_start_is_named() =>
        Assert.Contains("can reach", Typed.Kubernetes(Open, ["paths", "-", "--to", "machine-1"]).Printed, StringComparison.Ordinal);

    [Theory]
    [InlineData("There is nothing called “nobody”", "--from", "nobody")]
    [InlineData("name it with --to", "--fixes")]
    public void Wrong_use_ends_with_2(string says, params string[] options)
    {
        var typed = Typed.Kubernetes(Open, ["paths", "-", .. options]);

        Assert.Equal(2, typed.ExitCode);
        Assert.Contains(says, typed.Complaint, StringComparison.Ordinal);
    }
}
