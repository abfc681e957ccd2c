using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Masking;

namespace ThreatBoard.Kubernetes.Tests.Masking;

public sealed class MaskingTests
{
    private const string Canary = "c4nAry-9x";

    [Fact]
    public void Values_of_Secrets_are_dropped_and_their_keys_kept()
    {
        var secret = Reading.One($"apiVersion: v1\nkind: Secret\nmetadata: {{name: s}}\nstringData: {{user: {Canary}, empty: ''}}\ndata: {{a: {Canary}}}\n");

        var values = (TreeMap)secret.Body["stringData"]!;
        Assert.Equal(MaskReason.SecretValue, ((TreeScalar)values["user"]!).Masked);
        Assert.Equal(MaskReason.None, ((TreeScalar)values["empty"]!).Masked);
        Assert.Equal(MaskedText.Marker, ((TreeMap)secret.Body["data"]!)["a"]!.ToString());
    }

    [Theory]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: CANARY\n")]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: [CANARY]\n")]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {a: {b: CANARY}}\n")]
    [InlineData("apiVersion: v1\nkind: SecretList\nitems: [{metadata: {name: s}, data: {a: CANARY}}]\n")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: {name: p, annotations: {kubectl.kubernetes.io/last-applied-configuration: '{\"x\":\"CANARY\"}'}}\n")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: {name: p, annotations: {example.com/api-token: CANARY}}\n")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: {name: p, managedFields: [{x: CANARY}]}\nstatus: {x: CANARY}\n")]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: {name: s\ndata: {password: CANARY\n")]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {'password=CANARY': 1, 'password=CANARY': 2}\n")]
    [InlineData("password=CANARY: {x: y}\nkind: Nothing\n---\na: 'mysql://u:CANARY@h\n")]
    public void No_form_of_object_or_problem_lets_a_credential_through(string yaml) =>
        Assert.DoesNotContain(Canary, Reading.Everything(Reading.Of(yaml.Replace("CANARY", Canary, StringComparison.Ordinal))), StringComparison.Ordinal);

    [Theory]
    [InlineData("DB_PASSWORD", MaskReason.CredentialName)]
    [InlineData("MYSQL_ROOT_PASSWORD", MaskReason.CredentialName)]
    [InlineData("PGPASSWORD", MaskReason.CredentialName)]
    [InlineData("apiToken", MaskReason.CredentialName)]
    [InlineData("AWS_SECRET_ACCESS_KEY", MaskReason.CredentialName)]
    [InlineData("STRIPE_API_KEY", MaskReason.CredentialName)]
    [InlineData("DB_PASS", MaskReason.CredentialName)]
    [InlineData("CREDENTIALS", MaskReason.CredentialName)]
    [InlineData("ConnectionString", MaskReason.CredentialName)]
    [InlineData("KEY", MaskReason.PossibleCredential)]
    [InlineData("LICENSE_KEY", MaskReason.PossibleCredential)]
    [InlineData("SENTRY_DSN", MaskReason.PossibleCredential)]
    [InlineData("PRIVATE", MaskReason.PossibleCredential)]
    public void Environment_is_masked_by_name(string name, MaskReason reason)
    {
        var value = Env(name, Canary);

        Assert.Equal((reason, MaskedText.Marker), (value.Masked, value.Text));
    }

    [Theory]
    [InlineData("DB_PASSWORD_FILE", "/run/secrets/db/password")]
    [InlineData("DB_PASSWORD", "$(FROM_ELSEWHERE)")]
    [InlineData("MYSQL_ALLOW_EMPTY_PASSWORD", "yes")]
    [InlineData("TOKEN_TTL", "3600")]
    [InlineData("TOKEN_URL", "https://login.shop.svc/token")]
    [InlineData("MONKEY", "banana")]
    [InlineData("AUTHORIZATION_MODE", "Node,RBAC")]
    [InlineData("TOKEN_CACHE", "24h0m0s")]
    [InlineData("X", "--authorization-mode=Node,RBAC")]
    [InlineData("KEYCLOAK_HOST", "keycloak.shop")]
    [InlineData("BACKEND", "http://backend.shop.svc:3000/passwords?user=me")]
    [InlineData("CONTACT", "https://shop.example:8443/by?mail=a@b.example")]
    public void What_is_no_credential_stays_readable(string name, string value) => Assert.Equal(value, Env(name, value).Text);

    [Theory]
    [InlineData("mysql://app:CANARY@mysql.shop:3306/shop", "mysql://app:[masked]@mysql.shop:3306/shop", MaskReason.UrlPassword)]
    [InlineData("redis://:CANARY@redis:6379", "redis://:[masked]@redis:6379", MaskReason.UrlPassword)]
    [InlineData("app:CANARY@tcp(mysql:3306)/shop", "app:[masked]@tcp(mysql:3306)/shop", MaskReason.UrlPassword)]
    [InlineData("postgres://app:CANARY/with/slashes@db:5432/x", "postgres://app:[masked]@db:5432/x", MaskReason.UrlPassword)]
    [InlineData("Server=db;User=app;Password=CANARY;Port=1", "Server=db;User=app;Password=[masked];Port=1", MaskReason.InText)]
    [InlineData("jdbc:mysql://db/x?user=a&password=CANARY", "jdbc:mysql://db/x?user=a&password=[masked]", MaskReason.InText)]
    [InlineData("AKIAIOSFODNN7EXAMPLE", "[masked]", MaskReason.KnownToken)]
    [InlineData("ghp_abcdefghijklmnopqrstuvwxyz0123456789", "[masked]", MaskReason.KnownToken)]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl", "[masked]", MaskReason.KnownToken)]
    public void Known_forms_are_masked_under_any_name_and_hosts_stay(string value, string masked, MaskReason reason)
    {
        var read = Env("ANYTHING", value.Replace("CANARY", Canary, StringComparison.Ordinal));

        Assert.Equal((masked, reason), (read.Text, read.Masked));
    }

    [Theory]
    [InlineData("[--user=app, --password=CANARY]")]
    [InlineData("[--password, CANARY]")]
    [InlineData("[-password, CANARY]")]
    [InlineData("[mysqldump, -uroot, -pCANARY, shop]")]
    [InlineData("[-uroot, -pCANARY]")]
    [InlineData("[sh, -c, 'mysql -u root -pCANARY shop']")]
    [InlineData("[sh, -c, 'PGPASSWORD=CANARY psql -h db']")]
    [InlineData("[sh, -c, 'curl -u app:CANARY http://api']")]
    [InlineData("[curl, -u, 'app:CANARY', http://api]")]
    [InlineData("[redis-cli, -a, CANARY, ping]")]
    [InlineData("[redis-server, --requirepass, CANARY]")]
    [InlineData("[sshpass, -p, CANARY, ssh, host]")]
    [InlineData("[curl, -H, 'Authorization: Bearer CANARY']")]
    [InlineData("['--db=mysql://a:CANARY@h/d']")]
    public void Arguments_are_masked(string arguments)
    {
        var reading = Reading.Of($"apiVersion: v1\nkind: Pod\nmetadata: {{name: p}}\nspec: {{containers: [{{name: c, args: {arguments.Replace("CANARY", Canary, StringComparison.Ordinal)}}}]}}\n");

        Assert.Single(reading.Objects);
        Assert.DoesNotContain(Canary, Reading.Everything(reading), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  password: CANARY\n")]
    [InlineData("  passwords.txt: |\n    one\n    CANARY\n")]
    [InlineData("  app.properties: |\n    spring.datasource.url=jdbc:mysql://db/x\n    spring.datasource.password=CANARY\n")]
    [InlineData("  app.json: '{\"db\": {\"password\": \"CANARY\"}}'\n")]
    [InlineData("  app.yaml: |\n    db:\n      password: |\n        CANARY\n")]
    [InlineData("  redis.conf: |\n    requirepass CANARY\n")]
    [InlineData("  init.sql: |\n    CREATE USER app IDENTIFIED BY 'CANARY';\n")]
    [InlineData("  settings.xml: |\n    <server><password>CANARY</password></server>\n")]
    [InlineData("  tls.txt: |\n    -----BEGIN RSA PRIVATE KEY-----\n    Proc-Type: 4,ENCRYPTED\n    CANARY\n    -----END RSA PRIVATE KEY-----\n")]
    [InlineData("  .env: |\n    export API_TOKEN=\"CANARY\"\n")]
    public void Texts_of_ConfigMaps_are_masked(string entries)
    {
        var reading = Reading.Of($"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: c}}\ndata:\n{entries.Replace("CANARY", Canary, StringComparison.Ordinal)}");

        Assert.Single(reading.Objects);
        Assert.DoesNotContain(Canary, Reading.Everything(reading), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_around_a_credential_stay_so_that_flows_can_be_found()
    {
        var text = Reading.Data("  auth.conf: |\n    location / { proxy_pass http://backend:3000; }\n    api_key: abc-def;\n")["auth.conf"]!.ToString()!;

        Assert.Contains("proxy_pass http://backend:3000;", text, StringComparison.Ordinal);
        Assert.DoesNotContain("abc-def", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_is_no_credential_of_the_line_below_it() =>
        Assert.Equal("authorization:\n  mode: Webhook", MaskedText.Of("authorization:\n  mode: Webhook").Text);

    [Fact]
    public void A_text_full_of_credentials_is_masked_whole() =>
        Assert.Equal(MaskedText.Marker, MaskedText.Of(string.Concat(Enumerable.Repeat("password=abc\n", 5_000))).Text);

    private static TreeScalar Env(string name, string value)
    {
        var pod = Reading.One($"apiVersion: v1\nkind: Pod\nmetadata: {{name: p}}\nspec:\n  containers:\n  - name: c\n    env:\n    - {{name: {name}, value: \"{value}\"}}\n");
        var container = (TreeMap)((TreeList)((TreeMap)pod.Body["spec"]!)["containers"]!).Items[0];
        return (TreeScalar)((TreeMap)((TreeList)container["env"]!).Items[0])["value"]!;
    }
}
