using System.Text;

namespace ThreatBoard.Testing;

/// <summary>Manifests with a credential in every place where people leave one, each with a value that occurs nowhere else.</summary>
public static class Canaries
{
    /// <summary>A name that is no secret: whatever looks for canaries must find this one.</summary>
    public const string Visible = "plainly-visible-5x7q";

    private const string Good = """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop}
        ---
        apiVersion: v1
        kind: Secret
        metadata:
          name: db
          namespace: shop
          annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"kind":"Secret","stringData":{"password":"cAnArY01w7Xq"}}'}
        data: {password: Y0FuQXJZMDJ3N1hx}
        stringData: {login: cAnArY03w7Xq}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: db, namespace: shop}
        spec: {selector: {app: db}, ports: [{port: 5432}]}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, namespace: shop}
        data:
          app.properties: |
            spring.datasource.url=jdbc:postgresql://db:5432/shop?user=app&password=cAnArY04w7Xq
            spring.datasource.password=cAnArY05w7Xq
          redis.conf: |
            requirepass cAnArY06w7Xq
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: plainly-visible-5x7q
          namespace: shop
          annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"env":[{"name":"DB_PASSWORD","value":"cAnArY07w7Xq"}]}'}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - name: plainly-visible-5x7q
                image: nginx:latest
                command: [sh, -c, 'PGPASSWORD=cAnArY08w7Xq psql -h db']
                args: [--user=app, --password=cAnArY09w7Xq, --token, cAnArY10w7Xq]
                env:
                - {name: DB_PASSWORD, value: cAnArY11w7Xq}
                - {name: DATABASE, value: 'postgres://app:cAnArY12w7Xq@db:5432/shop'}
                - {name: SESSION_KEY, value: cAnArY13w7Xq}

        """;

    private const string Broken = """
        apiVersion: v1
        kind: Secret
        metadata: {name: cut-off}
        stringData: {password: cAnArY14w7Xq
        ---
        password=cAnArY15w7Xq: {x: y}
        a: 'mysql://u:cAnArY16w7Xq@h
        """;

    /// <summary>Each credential as it was written, and the one of the Secret's data decoded.</summary>
    public static IReadOnlyList<string> All { get; } = ["Y0FuQXJZMDJ3N1hx", .. Enumerable.Range(1, 16).Select(n => $"cAnArY{n:00}w7Xq")];

    /// <summary>One text to be pasted, the broken documents last.</summary>
    public static string Text => Good + "---\n" + Broken;

    /// <summary>What of them occurs in these bytes, as text or as hexadecimal digits.</summary>
    public static IEnumerable<string> In(ReadOnlyMemory<byte> bytes) => All.Where(canary => Has(bytes, canary));

    public static bool Has(ReadOnlyMemory<byte> bytes, string text)
    {
        var raw = Encoding.UTF8.GetBytes(text);
        return bytes.Span.IndexOf(raw) >= 0 || bytes.Span.IndexOf(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(raw))) >= 0;
    }
}
