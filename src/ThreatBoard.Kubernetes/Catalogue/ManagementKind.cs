using System.Text.RegularExpressions;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>A console for administrators, recognised by its name or its port.</summary>
/// <param name="IsSure">Applications hardly ever use this name or port for anything else.</param>
internal sealed record ManagementKind(string Name, bool IsSure)
{
    private static readonly Regex s_names = new(
        "dashboard|grafana|prometheus|alertmanager|kibana|argocd|argo-cd|jenkins|phpmyadmin|adminer|pgadmin|weave-scope|kubeflow|jaeger|rabbitmq-management|consul|vault",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Dictionary<int, ManagementKind> s_ports = new()
    {
        [9090] = new("Prometheus", IsSure: true), [9093] = new("Alertmanager", IsSure: true), [5601] = new("Kibana", IsSure: true), [15672] = new("RabbitMQ's management", IsSure: true),
        [10250] = new("a kubelet", IsSure: true), [10255] = new("a kubelet's read-only port", IsSure: true), [2379] = new("etcd", IsSure: true), [8500] = new("Consul", IsSure: true),
        [8001] = new("kubectl proxy", IsSure: false), [3000] = new("Grafana", IsSure: false),
    };

    public static ManagementKind? Of(Workload workload) =>
        workload.Containers.Where(container => container.Role == ContainerRole.Main).Select(container => container.Image.Short).Append(workload.Name)
            .Select(name => s_names.Match(name)).Where(match => match.Success).Select(match => new ManagementKind(match.Value.ToLowerInvariant(), IsSure: true)).FirstOrDefault();

    public static ManagementKind? OfPort(int port) => s_ports.GetValueOrDefault(port);
}
