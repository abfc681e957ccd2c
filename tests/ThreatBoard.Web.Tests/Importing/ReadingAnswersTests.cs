using System.Text;
using ThreatBoard.Data;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Web.Features.Import;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Web.Tests.Importing;

public sealed class ReadingAnswersTests(ImportDatabase database) : IClassFixture<ImportDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void What_is_not_answered_is_as_the_last_file_applied_would_have_it()
    {
        var answers = new ReadingAnswers();
        answers.Ask(Read(ReadingChoices.None));

        Assert.Equal("b.yaml", answers.Picked["Service/default/web"]);
        Assert.Equal((2, 1), (answers.WithoutNamespace, answers.Open.Length));
        Assert.False(Read(answers.With("shop")).Asks);
        Assert.Equal("Service/shop/web", Assert.Single(Read(answers.With("shop")).Objects).Key);
    }

    [Fact]
    public void An_answer_that_names_a_file_of_another_day_is_asked_again()
    {
        var answers = new ReadingAnswers();
        answers.Take(ReadingChoices.None with { Picked = ReadingChoices.None.Picked.Add("Service/default/web", "gone.yaml") });

        answers.Ask(Read(answers.With("")));

        Assert.Equal("b.yaml", answers.Picked["Service/default/web"]);
    }

    [Fact]
    public async Task What_was_said_is_remembered_with_the_source()
    {
        var model = await database.NewModelAsync();
        var said = new ReadingChoices { Namespace = "shop", LeaveOut = ["a.yaml"], Picked = ReadingChoices.None.Picked.Add("Service/shop/web", "b.yaml") };

        await database.Get<StoreReading>().RunAsync(model, new("shop", "prod", ""), Read(said), Cancel);

        var last = await database.Get<ProposalStore>().LatestAsync(model, "shop", "prod", Cancel);
        var remembered = ImportDecisions.Read(last!.Decisions).Choices;
        Assert.Equal(("shop", "a.yaml", "b.yaml"), (remembered.Namespace, Assert.Single(remembered.LeaveOut), remembered.Picked["Service/shop/web"]));
        Assert.Null(await database.Get<ProposalStore>().LatestAsync(model, "shop", "staging", Cancel));
        Assert.False(ImportDecisions.Read("{}").Choices.SaysNamespace);
    }

    private static ManifestReading Read(ReadingChoices choices) => ManifestReader.Read(
        [Service("a.yaml", "ClusterIP"), Service("b.yaml", "NodePort")], choices: choices);

    private static Upload Service(string file, string type) =>
        new(file, Encoding.UTF8.GetBytes($"apiVersion: v1\nkind: Service\nmetadata: {{name: web}}\nspec: {{type: {type}}}\n"));
}
