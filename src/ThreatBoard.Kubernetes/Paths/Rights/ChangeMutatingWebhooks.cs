namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>A webhook sees and changes every object that is written.</summary>
public sealed class ChangeMutatingWebhooks() : PlainRight("mutating-webhooks", "TB-RBAC-15", "may change every object on its way into the API server", RightGain.ApiServer, ["create", "update", "patch"], ["mutatingwebhookconfigurations", "mutatingadmissionpolicies"], "admissionregistration.k8s.io");
