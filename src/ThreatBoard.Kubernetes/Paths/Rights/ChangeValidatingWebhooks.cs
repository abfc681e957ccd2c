namespace ThreatBoard.Kubernetes.Paths.Rights;

/// <summary>A webhook sees every object that is written, secrets included.</summary>
public sealed class ChangeValidatingWebhooks() : PlainRight("validating-webhooks", "TB-RBAC-15", "may have every secret that is written sent to it", RightGain.Secrets, ["create", "update", "patch"], ["validatingwebhookconfigurations"], "admissionregistration.k8s.io");
