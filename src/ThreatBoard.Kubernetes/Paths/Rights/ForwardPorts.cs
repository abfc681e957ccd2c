namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>Through the API server no NetworkPolicy stands in the way.</summary>
public sealed class ForwardPorts() : PlainRight("port-forward", "TB-RBAC-08", "may connect to pods {0} through the API server, past every NetworkPolicy", RightGain.Listeners, ["create", "get"], ["pods/portforward", "pods/proxy", "services/proxy"]);
