using System.Text.Json;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Web.Features.Revisions;
using ThreatBoard.Web.Tests.Circuits;
using ThreatBoard.Web.Tests.Rights;

namespace ThreatBoard.Web.Tests.Hostile;

/// <summary>Whatever people type stays what they typed, on every page: nothing of it runs, and what is read is what was written.</summary>
[Trait("Matrix", "D7")]
public sealed class EveryTextTests(CircuitHost host) : IClassFixture<CircuitHost>
{
    /// <summary>Texts that no panel writes out as they are: Markdown becomes elements (row D8), a drawing has a name in the journal alone, a reason is seen with a decision, a subject's old name once it is gone.</summary>
    private static readonly HashSet<(string Kind, string Field)> s_drawnOtherwise = [("comment", "text"), ("diagram", "name"), ("threat", "treatment"), ("threat", "subject")];

    /// <summary>What the domain keeps and no page shows so far; whoever builds the page takes the field out of here.</summary>
    private static readonly HashSet<(string Kind, string Field)> s_withoutPage =
        [("coverageMark", "digest")];

    private const string Name = "</title><script>alert(1)</script>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_text_of_every_kind_is_among_them()
    {
        var filled = HostileModel.Make(0).Texts.Select(text => (text.Of.Kind, text.Field)).ToHashSet();
        Assert.Empty(FieldValues.SetByPeople.Where(field => EntityKinds.Named(field.Kind)!.Accept(new IsText(field.Field))).Except(filled));
    }

    [Fact]
    public async Task Every_field_of_a_model_is_shown_as_it_was_typed()
    {
        using var web = await host.LoggedInAsync();
        await using var tab = await CircuitClient.OpenAsync(web, "/models", Cancel);
        for (var turn = 0; turn < MatrixSize.Of(2, HostileTexts.All.Count); turn++)
        {
            var hostile = HostileModel.Make(turn * 7);
            var model = await StoreAsync(hostile, Name);
            var shown = hostile.Texts.Where(text => !s_drawnOtherwise.Contains((text.Of.Kind, text.Field)) && !s_withoutPage.Contains((text.Of.Kind, text.Field)));
            foreach (var entity in shown.GroupBy(text => text.Of))
                await GoAsync(tab, PlaceOf(model.ModelId, entity.Key, hostile.Content), page => entity.All(text => page.Says(text.Text)));
            foreach (var path in PagesOf(model.ModelId)) await GoAsync(tab, path, page => page.Elements("h1").Any() && !page.Text.Contains("Loading", StringComparison.Ordinal));
            await DrawnAsync(web, model.ModelId, hostile);
        }
    }

    [Fact]
    public async Task Names_of_people_workspaces_teams_tokens_models_and_revisions_are_shown_as_they_were_typed()
    {
        using var web = await host.LoggedInAsync();
        await using var tab = await CircuitClient.OpenAsync(web, "/models", Cancel);
        foreach (var text in HostileTexts.All.Where(text => text.Length <= Limits.Tag && !text.Any(char.IsControl)).Where((_, place) => place % MatrixSize.Of(11, 1) == 0))
        {
            var (room, model) = await NameEverythingAsync(text);
            foreach (var path in new[] { $"/workspaces/{room}", $"/workspaces/{room}/audit", "/workspaces", "/audit", "/people", "/account/tokens", "/models", $"/models/{model}", $"/models/{model}/revisions", $"/models/{model}/revisions/0..1" })
                await GoAsync(tab, path, page => page.Says(text));
            foreach (var path in new[] { $"/workspaces/{room}", $"/models/{model}" })
                await GoAsync(tab, path, page => page.Elements("title").Any(title => title.InnerText.StartsWith(text, StringComparison.Ordinal)));
        }
    }

    private static IEnumerable<string> PagesOf(Guid model) =>
        Addresses.Pages.Where(page => page.Value is Opens.ToReaders && !page.Key.Contains("{Source", StringComparison.Ordinal))
            .Select(page => page.Key.Replace("{Id:guid}", $"{model}", StringComparison.Ordinal).Replace("{Range}", "0..1", StringComparison.Ordinal).Replace("{Number:int}", "1", StringComparison.Ordinal))
            .Concat([$"/models/{model}/inventory?show=flow", "/inbox", "/"]);

    /// <summary>The page or panel that shows all of an entity.</summary>
    private static string PlaceOf(Guid model, EntityRef entity, ModelContent content) => entity.Kind switch
    {
        "source" => $"/models/{model}/sources",
        "comment" => $"/models/{model}/threats?open={content.Find<Comment>(entity.Id)!.On}",
        "coverageMark" => $"/models/{model}/iterations/coverage",
        "iteration" or "reviewPlan" => $"/models/{model}/iterations",
        _ => $"/models/{model}/threats?open={entity}",
    };

    /// <summary>Follows a link, and sees that nothing on the page would run.</summary>
    private static async Task GoAsync(CircuitClient tab, string path, Func<PageTree, bool> shown)
    {
        await tab.NavigateAsync(path);
        await tab.WaitAsync(shown, path);
        var harm = tab.Read(page => page.Harm().ToList());
        Assert.True(harm.Count == 0, $"{path}: {string.Join('\n', harm)}");
        Assert.True(tab.IsOpen, tab.Error);
    }

    private async Task<ModelAccess> StoreAsync(HostileModel hostile, string name)
    {
        var room = (await host.Get<Access>().WorkspacesAsync(Caller.OfProcess(Data.Database.LocalPerson), Right.Administer, Cancel))[0];
        var model = await host.Get<WorkspaceModels>().CreateAsync(room, name, name, [], Cancel);
        var edit = new Intent.Edit([.. Comparison.Between(ModelContent.Empty, hostile.Content)], Setter.Anyone);
        Assert.IsType<Outcome.Applied>(await host.Get<ModelStore>().ApplyAsync(model, edit, OperationId.New(TimeProvider.System), Cancel));
        Assert.Null((await host.Get<PublishRevision>().RunAsync(model, name, Cancel)).Problem);
        return model;
    }

    private async Task<(Guid Workspace, Guid Model)> NameEverythingAsync(string text)
    {
        var me = Caller.OfProcess(Data.Database.LocalPerson);
        var (made, problem) = await host.Get<Data.Workspaces>().CreateAsync(me, text, Cancel);
        Assert.Null(problem);
        var room = (await host.Get<Access>().ForWorkspaceAsync(me, made!.Value, Right.Administer, Cancel))!;
        await host.People.AddAsync(room.WorkspaceId, text, Role.Editor, Cancel);
        Assert.Null(await host.Get<Data.Teams>().CreateAsync(room, text, Cancel));
        await host.Get<AccessTokens>().CreateAsync(room, text, [TokenScope.WriteImports], TimeSpan.FromDays(1), Cancel);
        var model = await host.Get<WorkspaceModels>().CreateAsync(room, text, text, [text], Cancel);
        Assert.Null((await host.Get<PublishRevision>().RunAsync(model, text, Cancel)).Problem);
        return (room.WorkspaceId, model.ModelId);
    }

    /// <summary>What the canvas writes on its elements comes as data, and no browser takes it for a page.</summary>
    private static async Task DrawnAsync(BrowserHttp web, Guid model, HostileModel hostile)
    {
        using var answer = await web.Http.GetAsync($"/models/{model}/diagram/scene", Cancel);
        Assert.Equal(("application/json", "nosniff"), (answer.Content.Headers.ContentType?.MediaType, answer.Headers.GetValues("X-Content-Type-Options").Single()));
        using var scene = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        var names = scene.RootElement.GetProperty("components").EnumerateArray().Select(component => component.GetProperty("name").GetString()).ToHashSet(StringComparer.Ordinal);
        Assert.All(hostile.Texts.Where(text => text is { Of.Kind: "component", Field: "name" }), text => Assert.Contains(text.Text, names));
    }

    private sealed class IsText(string name) : IShapeVisitor<bool>
    {
        public bool Visit<T>(Shape<T> shape)
            where T : class, IEntity<T> => shape.FieldNamed(name)!.ValueType == typeof(string);
    }
}
