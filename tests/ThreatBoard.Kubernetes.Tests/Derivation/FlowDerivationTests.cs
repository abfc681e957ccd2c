using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Kubernetes.Tests.Derivation;

public sealed class FlowDerivationTests
{
    private const string Mysql =
        """
        {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: mysql, namespace: shop}, spec: {template: {metadata: {labels: {app: mysql}}, spec: {containers: [{name: db, image: mysql, ports: [{name: sql, containerPort: 3306}]}]}}}}
        ---
        {apiVersion: v1, kind: Service, metadata: {name: mysql, namespace: shop}, spec: {selector: {app: mysql}, ports: [{name: sql, port: 3306, targetPort: sql}]}}
        ---
        """;

    [Theory]
    [InlineData("env: [{name: DB_HOST, value: mysql}]")]
    [InlineData("env: [{name: DB_HOST, value: mysql}, {name: DB_PORT, value: '3306'}]")]
    [InlineData("env: [{name: X, value: 'mysql:3306'}]")]
    [InlineData("env: [{name: X, value: mysql.shop}]")]
    [InlineData("env: [{name: X, value: mysql-0.mysql.shop.svc.cluster.local}]")]
    [InlineData("env: [{name: X, value: 'mysql://app:pw@mysql/shop'}]")]
    [InlineData("env: [{name: X, value: 'jdbc:mysql://mysql:3306/shop'}]")]
    [InlineData("env: [{name: X, value: 'app:pw@tcp(mysql:3306)/shop'}]")]
    [InlineData("args: [--db-host=mysql]")]
    [InlineData("args: [--host, mysql]")]
    [InlineData("command: [sh, -c, 'wait-for mysql:3306 && run']")]
    public void A_Service_that_a_container_names_is_where_its_flow_goes(string container)
    {
        var model = TestModel.OfPod(container, beside: Mysql);

        Assert.Equal(["web/c → mysql/db:3306"], model.Flows());
        var flow = Assert.Single(model.Graph.Flows);
        Assert.Equal("MySQL", flow.Protocol);
        Assert.All(flow.Evidence, e => Assert.Equal("apps/Deployment/shop/web", e.Object));
    }

    [Theory]
    [InlineData("env: [{name: NAME, value: mysql}]")]
    [InlineData("image: mysql")]
    [InlineData("args: [mysql]")]
    [InlineData("env: [{name: X, value: 'mysql:9999'}]")]
    [InlineData("env: [{name: X, value: mysql.elsewhere}]")]
    public void A_word_that_is_also_a_Service_name_is_no_evidence(string container) =>
        Assert.Empty(TestModel.OfPod(container, beside: Mysql).Flows());

    [Theory]
    [InlineData("volumeMounts: [{name: v, mountPath: /etc/nginx}]", "volumes: [{name: v, configMap: {name: conf}}]")]
    [InlineData("volumeMounts: [{name: v, mountPath: /etc/nginx}]", "volumes: [{name: v, projected: {sources: [{configMap: {name: conf}}]}}]")]
    [InlineData("envFrom: [{configMapRef: {name: conf}}]", "")]
    [InlineData("env: [{name: A, valueFrom: {configMapKeyRef: {name: conf, key: default.conf}}}]", "")]
    public void Text_of_a_ConfigMap_counts_where_the_container_takes_it_in(string container, string pod)
    {
        const string map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: conf, namespace: shop}, data: {default.conf: \"location / {\\n proxy_pass http://mysql;\\n}\"}}\n---\n";

        var model = TestModel.OfPod(container, pod, map + Mysql);

        Assert.Equal(["web/c → mysql/db:3306"], model.Flows());
        var evidence = Assert.Single(Assert.Single(model.Graph.Flows).Evidence);
        Assert.Equal(new Evidence("ConfigMap/shop/conf", "data['default.conf']", "http://mysql"), evidence);
        Assert.Empty(TestModel.OfPod("", pod, map + Mysql).Flows());
    }

    [Theory]
    [InlineData("http://mysql", Encryption.None)]
    [InlineData("https://mysql", Encryption.Tls)]
    [InlineData("mysql://mysql", Encryption.Unknown)]
    public void Encryption_is_known_only_where_something_says_it(string url, Encryption encryption) =>
        Assert.Equal(encryption, Assert.Single(TestModel.OfPod($"env: [{{name: X, value: '{url}'}}]", beside: Mysql).Graph.Flows).Transport.Encryption);

    [Fact]
    public void An_egress_rule_tells_of_a_flow_when_nothing_else_does()
    {
        const string policy =
            """
            {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: web, namespace: shop}, spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: [{podSelector: {matchLabels: {app: mysql}}}], ports: [{port: 3306}]}]}}
            ---

            """;

        var model = TestModel.OfPod(beside: policy + Mysql);

        Assert.Equal(["web/c → mysql/db:3306"], model.Flows());
        Assert.Equal("networking.k8s.io/NetworkPolicy/shop/web", Assert.Single(Assert.Single(model.Graph.Flows).Evidence).Object);
        Assert.Single(TestModel.OfPod("env: [{name: DB_HOST, value: mysql}]", beside: policy + Mysql).Graph.Flows);
    }

    [Theory]
    [InlineData("type: LoadBalancer, ", "Internet", Encryption.Unknown)]
    [InlineData("type: NodePort, ", "Internet", Encryption.Unknown)]
    public void Services_open_to_the_outside_are_flows_from_the_internet(string type, string from, Encryption encryption)
    {
        var model = TestModel.OfPod("ports: [{name: http, containerPort: 8080}]", beside: Service(type));

        Assert.Equal([$"{from} → web/c:8080"], model.Flows());
        Assert.Equal(encryption, Assert.Single(model.Graph.Flows).Transport.Encryption);
    }

    [Theory]
    [InlineData("", Encryption.None)]
    [InlineData("tls: [{hosts: [a.example]}], ", Encryption.Tls)]
    [InlineData("tls: [{secretName: s}], ", Encryption.Tls)]
    [InlineData("tls: [{hosts: ['*.example']}], ", Encryption.Tls)]
    [InlineData("tls: [{hosts: [b.example]}], ", Encryption.None)]
    public void Ingress_routes_are_flows_from_the_internet_encrypted_where_TLS_covers_the_host(string tls, Encryption encryption)
    {
        var ingress = "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: shop}, spec: {TLSrules: [{host: a.example, http: {paths: [{backend: {service: {name: web, port: {name: http}}}}]}}]}}\n---\n"
            .Replace("TLS", tls, StringComparison.Ordinal);

        var model = TestModel.OfPod("ports: [{name: http, containerPort: 8080}]", beside: ingress + Service(""));

        Assert.Equal(["Internet → web/c:8080"], model.Flows());
        Assert.Equal(encryption, Assert.Single(model.Graph.Flows).Transport.Encryption);
    }

    [Fact]
    public void Backends_of_the_API_versions_that_are_gone_are_read_too()
    {
        const string old = "{apiVersion: extensions/v1beta1, kind: Ingress, metadata: {name: i, namespace: shop}, spec: {rules: [{http: {paths: [{backend: {serviceName: web, servicePort: 80}}]}}]}}\n---\n";

        Assert.Equal(["Internet → web/c:8080"], TestModel.OfPod("ports: [{name: http, containerPort: 8080}]", beside: old + Service("")).Flows());
    }

    private static string Service(string type) =>
        $"{{apiVersion: v1, kind: Service, metadata: {{name: web, namespace: shop}}, spec: {{{type}selector: {{app: web}}, ports: [{{name: http, port: 80, targetPort: http}}]}}}}";
}
