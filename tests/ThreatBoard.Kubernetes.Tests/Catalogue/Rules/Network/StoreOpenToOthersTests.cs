using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Network;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Network;

public sealed class StoreOpenToOthersTests
{
    [Theory]
    [InlineData("NetworkPolicy", "", "", "{apiVersion: v1, kind: Pod, metadata: {name: db, namespace: shop, labels: {app: db}}, spec: {containers: [{name: d, image: mysql, ports: [{containerPort: 3306}]}]}}\n---\n")]
    [InlineData("NetworkPolicy", "env: [{name: DB_HOST, value: db}]", "", "{apiVersion: v1, kind: Pod, metadata: {name: db, namespace: shop, labels: {app: db}}, spec: {containers: [{name: d, image: mysql, ports: [{containerPort: 3306}]}]}}\n---\n{apiVersion: v1, kind: Service, metadata: {name: db, namespace: shop}, spec: {selector: {app: db}, ports: [{port: 3306}]}}\n---\n{apiVersion: v1, kind: Pod, metadata: {name: other, namespace: shop, labels: {app: other}}, spec: {containers: [{name: o}]}}\n---\n")]
    [InlineData("spec.ingress[0]", "env: [{name: DB_HOST, value: db}]", "", "{apiVersion: v1, kind: Pod, metadata: {name: db, namespace: shop, labels: {app: db}}, spec: {containers: [{name: d, image: mysql, ports: [{containerPort: 3306}]}]}}\n---\n{apiVersion: v1, kind: Service, metadata: {name: db, namespace: shop}, spec: {selector: {app: db}, ports: [{port: 3306}]}}\n---\n{apiVersion: v1, kind: Pod, metadata: {name: other, namespace: shop, labels: {app: other}}, spec: {containers: [{name: o}]}}\n---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: db, namespace: shop}, spec: {podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {}}]}]}}\n---\n")]
    [InlineData("NetworkPolicy", "", "", "{apiVersion: v1, kind: Pod, metadata: {name: db, namespace: shop, labels: {app: db}}, spec: {containers: [{name: d, image: own, ports: [{containerPort: 5432}]}]}}\n---\n")]
    public void It_is_found_with_its_evidence(string path, string container, string pod, string beside)
    {
        var model = TestModel.OfPod(container, pod, beside);

        var finding = Assert.Single(model.Findings(new StoreOpenToOthers()));

        Assert.Equal((Answer.Found, "db", path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("env: [{name: DB_HOST, value: db}]", "", "{apiVersion: v1, kind: Pod, metadata: {name: db, namespace: shop, labels: {app: db}}, spec: {containers: [{name: d, image: mysql, ports: [{containerPort: 3306}]}]}}\n---\n{apiVersion: v1, kind: Service, metadata: {name: db, namespace: shop}, spec: {selector: {app: db}, ports: [{port: 3306}]}}\n---\n")]
    [InlineData("env: [{name: DB_HOST, value: db}]", "", "{apiVersion: v1, kind: Pod, metadata: {name: db, namespace: shop, labels: {app: db}}, spec: {containers: [{name: d, image: mysql, ports: [{containerPort: 3306}]}]}}\n---\n{apiVersion: v1, kind: Service, metadata: {name: db, namespace: shop}, spec: {selector: {app: db}, ports: [{port: 3306}]}}\n---\n{apiVersion: v1, kind: Pod, metadata: {name: other, namespace: shop, labels: {app: other}}, spec: {containers: [{name: o}]}}\n---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: db, namespace: shop}, spec: {podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 3306}]}]}}\n---\n")]
    [InlineData("", "", "{apiVersion: v1, kind: Pod, metadata: {name: db, namespace: shop, labels: {app: db}}, spec: {containers: [{name: d, image: mysql, ports: [{containerPort: 3306}]}]}}\n---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: deny, namespace: shop}, spec: {podSelector: {}, policyTypes: [Ingress]}}\n---\n")]
    [InlineData("", "", "{apiVersion: v1, kind: Pod, metadata: {name: other, namespace: shop, labels: {app: other}}, spec: {containers: [{name: o}]}}\n---\n")]
    public void It_is_not_found(string container, string pod, string beside) =>
        Assert.Empty(TestModel.OfPod(container, pod, beside).Findings(new StoreOpenToOthers()));

    [Fact]
    public void A_client_that_a_policy_names_alone_is_no_stranger() =>
        Assert.Empty(TestModel.OfPod(beside: "{apiVersion: v1, kind: Pod, metadata: {name: db, namespace: shop, labels: {app: db}}, spec: {containers: [{name: d, image: mysql}]}}\n---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: db, namespace: shop}, spec: {podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]}}").Findings(new StoreOpenToOthers()));
}
