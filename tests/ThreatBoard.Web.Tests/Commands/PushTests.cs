using System.Text;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Web.Commands;
using ThreatBoard.Web.Commands.Pushing;
using ThreatBoard.Web.Tests.Api;
using ThreatBoard.Web.Tests.Hosting;

namespace ThreatBoard.Web.Tests.Commands;

public sealed class PushTests(RunningHost host) : IClassFixture<RunningHost>, IDisposable
{
    private readonly ManifestFolder _folder = new ManifestFolder().With("web/deployment.yaml", ApiClient.Manifest).With("agent.yaml", Typed.Pod);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    private static async Task<Typed> PushAsync(string? token, string input, params string[] words)
    {
        using var output = new MemoryStream();
        await using var errors = new StringWriter();
        var exit = await PushVerb.RunAsync(words, new Terminal(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, errors, ShowsProgress: false), token, TimeProvider.System, Cancel);
        return new(exit, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }

    private string[] To(Guid model, params string[] more) => [_folder.Path, "--server", host.Url.AbsoluteUri, "--model", $"{model}", "--source", "shop", "--cluster", "prod", .. more];

    [Fact]
    public async Task A_folder_becomes_a_change_set_that_waits_for_a_person()
    {
        var model = await host.NewModelAsync();
        var pushed = await PushAsync(await ApiClient.TokenAsync(host, TokenScope.WriteImports), "", To(model.ModelId, "--environment", "production"));

        Assert.Equal(("", 0), (pushed.Complaint, pushed.ExitCode));
        var waiting = Assert.Single(await host.Get<ProposalStore>().ListAsync(model, pendingOnly: true, Cancel));
        Assert.Equal(("shop", "prod", "production"), (waiting.SourceName, waiting.Cluster, waiting.Environment));
        Assert.Contains("2 objects", pushed.Printed, StringComparison.Ordinal);
        Assert.Contains($"{host.Url.AbsoluteUri}models/{model.ModelId}/sources/{waiting.SourceId}/changes", pushed.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_key_twice_is_one_change_set_and_with_other_manifests_is_refused()
    {
        var model = await host.NewModelAsync();
        var token = await ApiClient.TokenAsync(host, TokenScope.WriteImports);
        var first = await PushAsync(token, "", To(model.ModelId, "--key", "commit-1", "--format", "json"));
        var second = await PushAsync(token, "", To(model.ModelId, "--key", "commit-1", "--format", "json"));
        _folder.With("more.yaml", Typed.Pod.Replace("agent,", "other,", StringComparison.Ordinal));
        var third = await PushAsync(token, "", To(model.ModelId, "--key", "commit-1"));

        Assert.Equal((0, 0, first.Printed), (first.ExitCode, second.ExitCode, second.Printed));
        Assert.Equal(1, third.ExitCode);
        Assert.Contains("409", third.Complaint, StringComparison.Ordinal);
        Assert.Single(await host.Get<ProposalStore>().ListAsync(model, pendingOnly: false, Cancel));
    }

    [Fact]
    public async Task The_token_may_come_from_standard_input()
    {
        var model = await host.NewModelAsync();

        Assert.Equal(0, (await PushAsync(token: null, await ApiClient.TokenAsync(host, TokenScope.WriteImports) + "\n", To(model.ModelId, "--token-stdin"))).ExitCode);
    }

    [Fact]
    public async Task What_the_server_refuses_is_said_in_its_words_and_ends_with_1()
    {
        var model = await host.NewModelAsync();
        var reader = await PushAsync(await ApiClient.TokenAsync(host, TokenScope.ReadModels), "", To(model.ModelId));
        var stranger = await PushAsync("tb_nobodys", "", To(model.ModelId));
        var nowhere = await PushAsync(await ApiClient.TokenAsync(host, TokenScope.WriteImports), "", To(Guid.CreateVersion7()));

        Assert.Equal((1, 1, 1), (reader.ExitCode, stranger.ExitCode, nowhere.ExitCode));
        Assert.Contains("Refused (403)", reader.Complaint, StringComparison.Ordinal);
        Assert.Contains("Refused (401)", stranger.Complaint, StringComparison.Ordinal);
        Assert.Contains("No such model", nowhere.Complaint, StringComparison.Ordinal);
        Assert.Empty(await host.Get<ProposalStore>().ListAsync(model, pendingOnly: false, Cancel));
    }

    [Fact]
    public async Task Manifests_that_the_server_cannot_read_are_named()
    {
        var model = await host.NewModelAsync();
        using var broken = new ManifestFolder().With("a.yaml", "not: a manifest").With("b.yaml", "{ [");
        var pushed = await PushAsync(await ApiClient.TokenAsync(host, TokenScope.WriteImports), "", [broken.Path, .. To(model.ModelId)[1..]]);

        Assert.Equal(1, pushed.ExitCode);
        Assert.Contains("Nothing could be imported", pushed.Complaint, StringComparison.Ordinal);
        Assert.Contains("a.yaml", pushed.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variants_are_a_choice_that_is_made_with_the_push()
    {
        var model = await host.NewModelAsync();
        var token = await ApiClient.TokenAsync(host, TokenScope.WriteImports);
        _folder.With("locked.yaml", Typed.Pod.Replace("privileged: true", "privileged: false", StringComparison.Ordinal));

        var asked = await PushAsync(token, "", To(model.ModelId));
        var chosen = await PushAsync(token, "", To(model.ModelId, "--prefer", "locked.yaml", "-n", "store"));

        Assert.Equal((1, 0), (asked.ExitCode, chosen.ExitCode));
        Assert.Contains("locked.yaml", asked.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_ends_with_1()
    {
        var pushed = await PushAsync("tb_x", "", [_folder.Path, "--server", "http://127.0.0.1:9", "--model", $"{Guid.CreateVersion7()}"]);

        Assert.Equal(1, pushed.ExitCode);
        Assert.Contains("cannot be reached", pushed.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Say where ThreatBoard runs", "x", "--model", "0197f000-0000-7000-8000-000000000000")]
    [InlineData("Name the model by its id", "x", "--server", "https://threatboard.example.org")]
    [InlineData("anybody on the way can read the token", "x", "--server", "http://threatboard.example.org", "--model", "0197f000-0000-7000-8000-000000000000")]
    [InlineData("There is no option --token", "x", "--token", "tb_secret")]
    [InlineData("There is no token", "x", "--server", "https://threatboard.example.org", "--model", "0197f000-0000-7000-8000-000000000000")]
    public async Task Wrong_use_ends_with_2_before_anything_is_sent(string says, params string[] words)
    {
        var pushed = await PushAsync(token: null, "", words);

        Assert.Equal(2, pushed.ExitCode);
        Assert.Contains(says, pushed.Complaint, StringComparison.Ordinal);
    }
}
