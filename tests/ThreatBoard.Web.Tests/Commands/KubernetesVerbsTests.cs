using System.Text;
using System.Text.Json;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Web.Tests.Commands;

public sealed class KubernetesVerbsTests : IDisposable
{
    private readonly ManifestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1, "--fail-on", "critical")]
    [InlineData(1, "--fail-on", "low")]
    public void Findings_end_with_1_only_where_the_threshold_says_so(int exit, params string[] options)
    {
        _folder.With("pod.yaml", Typed.Pod);
        var typed = Typed.Kubernetes(["findings", _folder.Path, .. options]);

        Assert.Equal(exit, typed.ExitCode);
        Assert.Contains("TB-CTR-01", typed.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_below_the_threshold_end_with_0()
    {
        _folder.With("account.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a, namespace: b}");

        Assert.Equal(0, Typed.Kubernetes("findings", _folder.Path, "--fail-on", "critical").ExitCode);
    }

    [Theory]
    [InlineData("Name the folder of your manifests", "findings")]
    [InlineData("There is no file or folder", "findings", "nowhere-at-all")]
    [InlineData("Choose one of: low, medium, high, critical", "findings", "x", "--fail-on", "bad")]
    [InlineData("There is no verb “kubernetes analyse”", "analyse")]
    [InlineData("cluster holds only blanks", "findings", "-", "--cluster", " ")]
    public void Wrong_use_ends_with_2_and_says_what_to_do(string says, params string[] words)
    {
        var typed = Typed.Kubernetes(Typed.Pod, words);

        Assert.Equal(2, typed.ExitCode);
        Assert.Contains(says, typed.Complaint, StringComparison.Ordinal);
        Assert.Equal("", typed.Printed);
    }

    [Fact]
    public void A_folder_without_a_readable_object_ends_with_2()
    {
        _folder.With("values.yaml", "replicas: 3");
        var typed = Typed.Kubernetes("findings", _folder.Path);

        Assert.Equal(2, typed.ExitCode);
        Assert.Contains("No Kubernetes object was read", typed.Complaint, StringComparison.Ordinal);
        Assert.Contains("values.yaml:1", typed.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_beside_the_rest_is_told_and_refused_only_when_strict()
    {
        _folder.With("pod.yaml", Typed.Pod).With("values.yaml", "replicas: 3");

        var told = Typed.Kubernetes("findings", _folder.Path);
        Assert.Equal(0, told.ExitCode);
        Assert.Contains("refused: ", told.Complaint, StringComparison.Ordinal);
        Assert.Equal(2, Typed.Kubernetes("findings", _folder.Path, "--strict").ExitCode);
    }

    [Fact]
    public void Variants_of_an_application_are_a_choice_and_not_a_merge()
    {
        _folder.With("plain.yaml", Typed.Pod).With("locked.yaml", Typed.Pod.Replace("privileged: true", "privileged: false", StringComparison.Ordinal));

        var asked = Typed.Kubernetes("findings", _folder.Path);
        Assert.Equal(2, asked.ExitCode);
        Assert.Contains("--prefer", asked.Complaint, StringComparison.Ordinal);
        Assert.Contains("Pod/shop/agent", asked.Complaint, StringComparison.Ordinal);
        Assert.DoesNotContain("TB-CTR-01", Typed.Kubernetes("findings", _folder.Path, "--prefer", "locked.yaml").Printed, StringComparison.Ordinal);
        Assert.Contains("TB-CTR-01", Typed.Kubernetes("findings", _folder.Path, "--leave-out", "locked.yaml").Printed, StringComparison.Ordinal);
        Assert.Contains("TB-CTR-01", Typed.Kubernetes("findings", _folder.Path, "--take-last").Printed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_namespace_goes_to_objects_that_name_none()
    {
        _folder.With("pod.yaml", Typed.Pod.Replace(", namespace: shop", "", StringComparison.Ordinal));

        Assert.Contains("Pod/default/agent", Typed.Kubernetes("findings", _folder.Path).Printed, StringComparison.Ordinal);
        Assert.Contains("Pod/store/agent", Typed.Kubernetes("findings", "-n", "store", _folder.Path).Printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_read_for_a_dash() =>
        Assert.Contains("stdin.yaml:9", Typed.Kubernetes(Typed.Pod, ["findings", "-"]).Printed, StringComparison.Ordinal);

    [Fact]
    public void The_text_goes_to_the_log_while_a_file_gets_the_sarif()
    {
        _folder.With("pod.yaml", Typed.Pod);
        var file = Path.Combine(_folder.Path, "out.sarif");
        var typed = Typed.Kubernetes("findings", _folder.Path, "--sarif", file);

        Assert.Contains("TB-CTR-01", typed.Printed, StringComparison.Ordinal);
        using var sarif = JsonDocument.Parse(File.ReadAllBytes(file));
        using var same = JsonDocument.Parse(Typed.Kubernetes("findings", _folder.Path, "--format", "sarif").Printed);
        Assert.True(JsonElement.DeepEquals(sarif.RootElement, same.RootElement));
        Assert.Equal(2, Typed.Kubernetes("findings", _folder.Path, "--sarif", Path.Combine(_folder.Path, "no", "such", "folder")).ExitCode);
    }

    [Fact]
    public void An_import_prints_what_a_revision_would_hold_and_nothing_else()
    {
        _folder.With("pod.yaml", Typed.Pod);
        var typed = Typed.Kubernetes("import", _folder.Path, "--cluster", "prod", "--environment", "production", "--source", "shop");

        var content = CanonicalJson.Read(Encoding.UTF8.GetBytes(typed.Printed));
        var source = Assert.Single(content.All<Source>());
        Assert.Equal(("shop", "prod", "production"), (source.Name, source.Cluster, source.Environment));
        Assert.Contains(content.All<Component>(), component => component.Name == "c");
    }

    [Fact]
    public void An_import_of_a_folder_that_lies_elsewhere_is_the_same()
    {
        using var other = new ManifestFolder();
        _folder.With("a/pod.yaml", Typed.Pod);
        other.With("a/pod.yaml", Typed.Pod);

        Assert.Equal(Typed.Kubernetes("import", _folder.Path, "--source", "shop").Printed, Typed.Kubernetes("import", other.Path, "--source", "shop").Printed);
    }

    [Fact]
    public void Every_verb_has_help()
    {
        Assert.Contains("kubernetes findings", Typed.Kubernetes("--help").Printed, StringComparison.Ordinal);
        foreach (var verb in ThreatBoard.Web.Commands.Kubernetes.KubernetesVerbs.All)
        {
            var help = Typed.Kubernetes(verb.Name.Split(' ')[1], "--help");
            Assert.Equal(0, help.ExitCode);
            Assert.StartsWith($"threatboard {verb.Name} PATH…", help.Printed, StringComparison.Ordinal);
            Assert.Contains("Ends with 0", help.Printed, StringComparison.Ordinal);
        }
    }
}
