using System.Text;
using System.Text.Json;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Reports;

namespace ThreatBoard.Kubernetes.Tests.Reports;

/// <summary>Short ways to a report in tests.</summary>
internal static class Report
{
    public const string Weak = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: agent
          namespace: shop
        spec:
          containers:
          - name: c
            image: agent:latest
            securityContext:
              privileged: true
        """;

    public static ManifestModel Model(string yaml, string file = "deploy/agent pod.yaml") => Model([new(file, Encoding.UTF8.GetBytes(yaml))]);

    public static ManifestModel Model(IReadOnlyList<Upload> uploads) => ManifestModel.Of(ManifestReader.Read(uploads), new("prod", "", "shop"));

    public static FindingsReport Findings(string yaml) => FindingsReport.Of(Model(yaml));

    public static JsonElement Parse(byte[] json) => JsonDocument.Parse(json).RootElement;

    public static string Text(FindingsReport report, bool all = false)
    {
        var text = new StringWriter();
        FindingsText.Write(report, text, all);
        return text.ToString();
    }
}
