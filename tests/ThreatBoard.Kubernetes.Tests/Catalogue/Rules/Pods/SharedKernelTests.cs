using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Pods;

namespace ThreatBoard.Kubernetes.Tests.Catalogue.Rules.Pods;

public sealed class SharedKernelTests
{
    [Theory]
    [InlineData("web", "spec.template.spec.runtimeClassName", "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {template: {metadata: {labels: {app: web, tenant: a}}, spec: {containers: [{name: c, image: nginx}]}}}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: other, namespace: shop}\nspec: {template: {metadata: {labels: {app: o, tenant: b}}, spec: {containers: [{name: c, image: nginx}]}}}\n---\n")]
    [InlineData("web", "spec.template.spec.runtimeClassName", "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {template: {metadata: {labels: {app: web, trust: untrusted}}, spec: {containers: [{name: c, image: nginx}]}}}\n---\n")]
    public void It_is_found_with_its_evidence(string title, string path, string yaml)
    {
        var model = TestModel.Of(yaml);

        var finding = Assert.Single(model.Findings(new SharedKernel()));

        Assert.Equal((Answer.Found, title, path), (finding.Answer, model.TitleOf(finding), finding.Evidence[0].Path));
    }

    [Theory]
    [InlineData("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {template: {metadata: {labels: {app: web, tenant: a}}, spec: {containers: [{name: c, image: nginx}]}}}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: other, namespace: shop}\nspec: {template: {metadata: {labels: {app: o, tenant: b}}, spec: {containers: [{name: c, image: nginx}]}}}\n---\n")]
    [InlineData("apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {template: {metadata: {labels: {app: web, tenant: b}}, spec: {containers: [{name: c, image: nginx}]}}}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: other, namespace: shop}\nspec: {template: {metadata: {labels: {app: o, tenant: b}}, spec: {containers: [{name: c, image: nginx}]}}}\n---\n")]
    [InlineData("apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: nginx}]}}}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: other, namespace: shop}\nspec: {template: {metadata: {labels: {app: o, tenant: b}}, spec: {containers: [{name: c, image: nginx}]}}}\n---\n")]
    [InlineData("apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {template: {metadata: {labels: {app: web, tenant: a}}, spec: {runtimeClassName: gvisor, containers: [{name: c}]}}}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: other, namespace: shop}\nspec: {template: {metadata: {labels: {app: o, tenant: b}}, spec: {containers: [{name: c, image: nginx}]}}}\n---\n")]
    [InlineData("apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {template: {metadata: {labels: {app: web, tenant: a}}, spec: {hostUsers: false, containers: [{name: c}]}}}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: other, namespace: shop}\nspec: {template: {metadata: {labels: {app: o, tenant: b}}, spec: {containers: [{name: c, image: nginx}]}}}\n---\n")]
    public void It_is_not_found(string yaml) => Assert.Empty(TestModel.Of(yaml).Findings(new SharedKernel()));
}
