using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Supply;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Supply;

public sealed class WebhookThatAnyoneMayAnswerTests
{
    [Theory]
    [InlineData("prod", "webhooks[0].clientConfig.service.name", "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: h}\nwebhooks: [{name: guard.example, rules: [{apiGroups: [\"\"], resources: [pods]}], clientConfig: {caBundle: QQ==, service: {name: s, namespace: shop}}}]\n---\napiVersion: v1\nkind: Service\nmetadata: {name: s, namespace: shop}\nspec: {selector: {app: s}, ports: [{port: 443}]}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop, labels: {app: s}}\nspec: {containers: [{name: c}]}\n---\n")]
    [InlineData("prod", "webhooks[0].clientConfig.caBundle", "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: h}\nwebhooks: [{name: guard.example, rules: [{apiGroups: [\"\"], resources: [pods]}], clientConfig: {service: {name: s, namespace: shop}}}]\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n, namespace: shop}\nspec: {policyTypes: [Ingress]}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: s, namespace: shop}\nspec: {selector: {app: s}, ports: [{port: 443}]}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop, labels: {app: s}}\nspec: {containers: [{name: c}]}\n---\n")]
    [InlineData("prod", "webhooks[0].clientConfig.url", "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: h}\nwebhooks: [{name: guard.example, rules: [{apiGroups: [\"\"], resources: [pods]}], clientConfig: {caBundle: QQ==, url: \"https://hooks.example.com/x\"}}]\n---\n")]
    public void It_is_found_with_its_evidence(string title, string path, string yaml)
    {
        var model = TestModel.Of(yaml);

        var finding = Assert.Single(model.Findings(new WebhookThatAnyoneMayAnswer()));

        Assert.Equal((Answer.Found, title, path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: h}\nwebhooks: [{name: guard.example, rules: [{apiGroups: [\"\"], resources: [pods]}], clientConfig: {caBundle: QQ==, service: {name: s, namespace: shop}}}]\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n, namespace: shop}\nspec: {policyTypes: [Ingress]}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: s, namespace: shop}\nspec: {selector: {app: s}, ports: [{port: 443}]}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop, labels: {app: s}}\nspec: {containers: [{name: c}]}\n---\n")]
    [InlineData("apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: h, annotations: {cert-manager.io/inject-ca-from: a/b}}\nwebhooks: [{name: guard.example, rules: [{apiGroups: [\"\"], resources: [pods]}], clientConfig: {service: {name: s, namespace: shop}}}]\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n, namespace: shop}\nspec: {policyTypes: [Ingress]}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: s, namespace: shop}\nspec: {selector: {app: s}, ports: [{port: 443}]}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop, labels: {app: s}}\nspec: {containers: [{name: c}]}\n---\n")]
    [InlineData("apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: h}\nwebhooks: [{name: guard.example, rules: [{apiGroups: [\"\"], resources: [pods]}], clientConfig: {caBundle: QQ==, service: {name: s, namespace: shop}}}]\n---\n")]
    public void It_is_not_found(string yaml) => Assert.Empty(TestModel.Of(yaml).Findings(new WebhookThatAnyoneMayAnswer()));
}
