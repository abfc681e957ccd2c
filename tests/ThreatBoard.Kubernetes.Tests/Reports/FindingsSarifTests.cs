using System.Text.Json;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Reports;

namespace ThreatBoard.Kubernetes.Tests.Reports;

/// <summary>What the standard (OASIS SARIF 2.1.0) demands of what we write; no schema is at hand here.</summary>
public sealed class FindingsSarifTests
{
    private static readonly string[] s_levels = ["none", "note", "warning", "error"];

    private static JsonElement Run(FindingsReport report)
    {
        var log = Report.Parse(FindingsSarif.Write(report));
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        return Assert.Single(log.GetProperty("runs").EnumerateArray());
    }

    private static JsonElement WeakRun() => Run(FindingsReport.Of(Report.Model([new("values.yaml", "a: 1"u8.ToArray()), .. Kubernetes.Samples.Sample.Weak])));

    [Fact]
    public void Every_rule_has_an_id_of_its_own_and_help()
    {
        var rules = WeakRun().GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();

        Assert.Equal(rules.Count, rules.Select(rule => rule.GetProperty("id").GetString()).Distinct(StringComparer.Ordinal).Count());
        Assert.All(rules, rule =>
        {
            Assert.NotEqual("", rule.GetProperty("help").GetProperty("text").GetString());
            Assert.NotEqual("", rule.GetProperty("shortDescription").GetProperty("text").GetString());
            Assert.Matches("^[A-Za-z0-9]+$", rule.GetProperty("name").GetString());
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), s_levels);
            Assert.InRange(double.Parse(rule.GetProperty("properties").GetProperty("security-severity").GetString()!, System.Globalization.CultureInfo.InvariantCulture), 0.1, 10);
        });
    }

    [Fact]
    public void Every_result_points_at_its_rule_and_at_a_line_of_a_file_that_is_listed()
    {
        var run = WeakRun();
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var artifacts = run.GetProperty("artifacts");
        Assert.NotEqual(0, run.GetProperty("results").GetArrayLength());
        Assert.All(run.GetProperty("results").EnumerateArray(), result =>
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.NotEqual("", result.GetProperty("message").GetProperty("text").GetString());
            var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
            Assert.InRange(place.GetProperty("region").GetProperty("startLine").GetInt32(), 1, int.MaxValue);
            var artifact = place.GetProperty("artifactLocation");
            Assert.Equal(artifacts[artifact.GetProperty("index").GetInt32()].GetProperty("location").GetProperty("uri").GetString(), artifact.GetProperty("uri").GetString());
            Assert.Matches("^[0-9a-f]{64}$", result.GetProperty("partialFingerprints").GetProperty("threatBoardFinding/v1").GetString());
        });
    }

    [Fact]
    public void What_cannot_be_told_is_open_and_without_a_level()
    {
        var report = Report.Findings(Report.Weak);
        var results = Run(report).GetProperty("results").EnumerateArray().ToList();

        Assert.Contains(report.Findings, found => !found.IsFound);
        Assert.All(results.Zip(report.Findings), pair =>
        {
            Assert.Equal(pair.Second.IsFound ? "fail" : "open", pair.First.GetProperty("kind").GetString());
            Assert.Equal(pair.Second.IsFound, pair.First.GetProperty("level").GetString() != "none");
        });
    }

    /// <summary>Every step of a path, and every rule that it breaks, may see the same setting; the standard's lists of places hold each once.</summary>
    [Fact]
    public void No_place_is_listed_twice()
    {
        const string exposed = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {containers: [{name: web, image: nginx, ports: [{containerPort: 80}]}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: monitor, namespace: shop, labels: {app: monitor}}
            spec:
              hostPID: true
              containers: [{name: monitor, image: nginx, ports: [{containerPort: 81}], securityContext: {privileged: true}, volumeMounts: [{name: host, mountPath: /host}]}]
              volumes: [{name: host, hostPath: {path: /}}]
            """;
        var lists = Places(Run(FindingsReport.Of(Report.Model([Upload.Pasted(exposed)])))).ToList();

        Assert.NotEmpty(lists);
        Assert.All(lists, list => Assert.Equal(list.Count, list.Distinct(StringComparer.Ordinal).Count()));
    }

    private static IEnumerable<List<string>> Places(JsonElement run) =>
        run.GetProperty("results").EnumerateArray().SelectMany(result => new[] { "locations", "relatedLocations" }.Select(list => result.GetProperty(list)))
            .Select(list => list.EnumerateArray().Select(place => place.GetRawText()).ToList()).Where(list => list.Count > 0);

    [Fact]
    public void Names_of_files_are_escaped_and_stand_under_a_base_that_is_declared()
    {
        var run = Run(Report.Findings(Report.Weak));
        var artifact = run.GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");

        Assert.Equal("deploy/agent%20pod.yaml", artifact.GetProperty("uri").GetString());
        Assert.True(run.GetProperty("originalUriBaseIds").TryGetProperty(artifact.GetProperty("uriBaseId").GetString()!, out _));
    }

    [Fact]
    public void The_invocation_tells_what_could_not_be_read()
    {
        var invocation = Assert.Single(WeakRun().GetProperty("invocations").EnumerateArray());

        Assert.True(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Contains(invocation.GetProperty("toolExecutionNotifications").EnumerateArray(), told => told.GetProperty("level").GetString() == "error");
    }
}
