using System.IO.Compression;
using System.Text;
using ThreatBoard.Data;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Serialization;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Snapshots;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Web.Tests.Importing;

public sealed class CredentialsTests(ImportDatabase database) : IClassFixture<ImportDatabase>
{
    private static readonly string[] s_canaries = ["canary-secret-1", "canary-env-2", "canary-arg-3", "canary-url-4", "canary-config-5"];

    private static readonly string s_manifests = $$"""
        apiVersion: v1
        kind: Secret
        metadata: {name: database, namespace: shop}
        stringData: { password: {{s_canaries[0]}} }
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, namespace: shop}
        data: { DB_PASSWORD: {{s_canaries[4]}} }
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: api, namespace: shop}
        spec:
          selector: { matchLabels: { app: api } }
          template:
            metadata: { labels: { app: api } }
            spec:
              containers:
              - name: api
                image: api:1
                args: ["--password={{s_canaries[2]}}"]
                env:
                - { name: DB_PASSWORD, value: {{s_canaries[1]}} }
                - {name: DB_URL, value: "mysql://root:{{s_canaries[3]}}@mysql:3306/shop"}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Credentials_of_an_import_are_neither_in_its_reading_nor_in_the_model_nor_in_its_journal()
    {
        var model = await database.NewModelAsync();
        var reading = ManifestReader.Read([Upload.Pasted(s_manifests)]);
        var import = await database.Get<StoreReading>().RunAsync(model, new("shop", "prod", ""), reading, Cancel);
        var waiting = (await database.Get<WaitingImports>().FindAsync(model, import.SourceId, Cancel))!;
        Assert.Null((await database.Get<AcceptImport>().RunAsync(model, waiting, Cancel)).Problem);

        var stored = StoredReading.Read((await database.Get<SnapshotStore>().GetAsync(model, import.Snapshot, Cancel))!);
        NoCanaryIn(Inflated(Snapshot.Of(stored.Objects)));
        NoCanaryIn(Json(stored.Derived.Content));
        NoCanaryIn(Json(await database.ContentAsync(model)));
        NoCanaryIn(Json(await database.Get<Journal>().ReplayAsync(model, Cancel)));
        NoCanaryIn((await database.Get<ProposalStore>().GetAsync(model, import.Id, Cancel))!.Decisions);
        Assert.Equal(3, stored.Objects.Length);
    }

    private static void NoCanaryIn(string text) => Assert.All(s_canaries, canary => Assert.DoesNotContain(canary, text, StringComparison.Ordinal));

    private static string Json(ModelContent content) => Encoding.UTF8.GetString(CanonicalJson.Write(content, ModelPart.Content));

    private static string Inflated(Snapshot snapshot)
    {
        using var brotli = new BrotliStream(new MemoryStream([.. snapshot.Bytes]), CompressionMode.Decompress);
        using var text = new StreamReader(brotli);
        return text.ReadToEnd();
    }
}
