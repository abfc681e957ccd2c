using System.Text;
using ThreatBoard.Web.Commands;
using ThreatBoard.Web.Commands.Kubernetes;

namespace ThreatBoard.Web.Tests.Commands;

/// <summary>What a verb of this process answers to what somebody types, without a process of its own.</summary>
internal sealed record Typed(int ExitCode, string Printed, string Complaint)
{
    public const string Pod = """
        apiVersion: v1
        kind: Pod
        metadata: { name: agent, namespace: shop }
        spec:
          containers:
          - name: c
            image: agent:latest
            securityContext:
              privileged: true
        """;

    public static Typed Kubernetes(params string[] words) => Kubernetes("", words);

    public static Typed Kubernetes(string input, string[] words)
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        var exit = KubernetesVerbs.Run(words, new Terminal(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, errors, ShowsProgress: false), TimeProvider.System);
        return new(exit, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }
}
