namespace ThreatBoard.Kubernetes.Tests.Objects;

public sealed class OwnershipTests
{
    private const string Deployment = "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: ns}, spec: {template: {spec: {containers: [{name: c}]}}}}\n---\n";
    private const string CronJob = "{apiVersion: batch/v1, kind: CronJob, metadata: {name: backup, namespace: ns}, spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: c}]}}}}}}\n---\n";

    [Theory]
    [InlineData("apps/Deployment/ns/web", Deployment + "{kind: ReplicaSet, apiVersion: apps/v1, metadata: {name: web-7d, namespace: ns, ownerReferences: [{kind: Deployment, name: web}]}}\n---\n")]
    [InlineData("apps/Deployment/ns/web", Deployment)]
    [InlineData("apps/Deployment/ns/web", "{kind: ReplicaSet, apiVersion: apps/v1, metadata: {name: web-7d, namespace: ns, ownerReferences: [{kind: Deployment, name: web}]}}\n---\n")]
    [InlineData("apps/ReplicaSet/ns/web-7d", "")]
    public void Pods_of_a_Deployment_are_that_Deployment_as_far_as_owners_tell(string key, string beside)
    {
        var model = TestModel.Of(beside + Pod("web-7d-x", "ReplicaSet", "web-7d", "n1") + Pod("web-7d-y", "ReplicaSet", "web-7d", "n2"));

        var workload = Assert.Single(model.Cluster.Workloads);
        Assert.Equal(key, workload.Key);
        Assert.Equal(["Pod/ns/web-7d-x", "Pod/ns/web-7d-y"], workload.Pods.Select(p => p.Object.Key));
        Assert.Equal(["n1", "n2"], workload.NodeNames);
    }

    [Theory]
    [InlineData("batch/CronJob/ns/backup", CronJob + "{kind: Job, apiVersion: batch/v1, metadata: {name: backup-289, namespace: ns, ownerReferences: [{kind: CronJob, name: backup}]}}\n---\n")]
    [InlineData("batch/CronJob/ns/backup", CronJob)]
    [InlineData("batch/Job/ns/backup-289", "")]
    public void Pods_of_a_Job_are_its_CronJob(string key, string beside) =>
        Assert.Equal(key, Assert.Single(TestModel.Of(beside + Pod("backup-289-x", "Job", "backup-289", "n1")).Cluster.Workloads).Key);

    [Fact]
    public void Pods_of_a_node_stay_pods_and_are_known_as_static()
    {
        var workload = Assert.Single(TestModel.Of(Pod("etcd-n1", "Node", "n1", "n1")).Cluster.Workloads);

        Assert.Equal(("Pod/ns/etcd-n1", true), (workload.Key, workload.IsStatic));
    }

    [Fact]
    public void Pods_of_a_custom_resource_are_one_workload_and_a_Deployment_of_one_stays_itself()
    {
        var model = TestModel.Of(
            Pod("kafka-0", "StrimziPodSet", "kafka", "n1") + Pod("kafka-1", "StrimziPodSet", "kafka", "n1")
            + Deployment.Replace("name: web, ", "name: web, ownerReferences: [{kind: WebApp, name: w}], ", StringComparison.Ordinal));

        Assert.Equal(["apps/Deployment/ns/web", "StrimziPodSet/ns/kafka"], model.Cluster.Workloads.Select(w => w.Key));
    }

    [Fact]
    public void Owners_that_own_each_other_end()
    {
        var model = TestModel.Of(
            Deployment.Replace("name: web, ", "name: web, ownerReferences: [{kind: StatefulSet, name: web}], ", StringComparison.Ordinal)
            + Deployment.Replace("Deployment", "StatefulSet", StringComparison.Ordinal).Replace("name: web, ", "name: web, ownerReferences: [{kind: Deployment, name: web}], ", StringComparison.Ordinal));

        Assert.NotEmpty(model.Cluster.Workloads);
    }

    [Fact]
    public void A_Service_without_a_selector_leads_where_its_endpoints_are()
    {
        const string services =
            """
            {apiVersion: v1, kind: Service, metadata: {name: named, namespace: ns}, spec: {ports: [{port: 80}]}}
            ---
            {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: named-1, namespace: ns, labels: {kubernetes.io/service-name: named}}, endpoints: [{addresses: [10.1.0.9], targetRef: {kind: Pod, name: web-7d-x}}]}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: listed, namespace: ns}, spec: {clusterIP: None, ports: [{port: 80}]}}
            ---
            {apiVersion: v1, kind: Endpoints, metadata: {name: listed, namespace: ns}, subsets: [{addresses: [{ip: 10.1.0.5}, {ip: 192.0.2.7}]}]}
            ---

            """;
        var cluster = TestModel.Of(services + Deployment + Pod("web-7d-x", "ReplicaSet", "web-7d", "n1")).Cluster;

        Assert.Equal("apps/Deployment/ns/web", Assert.Single(cluster.Behind(cluster.Service("ns", "named")!)).Key);
        Assert.Equal("apps/Deployment/ns/web", Assert.Single(cluster.Behind(cluster.Service("ns", "listed")!)).Key);
        Assert.Equal("192.0.2.7", Assert.Single(cluster.OutsideBehind(cluster.Service("ns", "listed")!)).Text);
        Assert.True(cluster.Service("ns", "listed")!.IsHeadless);
    }

    private static string Pod(string name, string kind, string owner, string node) =>
        $"{{apiVersion: v1, kind: Pod, metadata: {{name: {name}, namespace: ns, labels: {{pod-template-hash: 7d}}, ownerReferences: [{{kind: {kind}, name: {owner}}}]}}, spec: {{nodeName: {node}, containers: [{{name: c}}]}}, status: {{podIP: 10.1.0.5}}}}\n---\n";
}
