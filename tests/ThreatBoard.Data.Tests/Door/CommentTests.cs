using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Door;

/// <summary>Who said what stays so: the door signs, and lets nobody put words into another's mouth.</summary>
public sealed class CommentTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private readonly Component _web = Some.Component("web");

    [Fact]
    public async Task The_door_writes_down_who_says_it_and_when()
    {
        var model = await ModelAsync();
        var said = Some.Unsigned(EntityRef.To(_web));
        var applied = Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Change.Add(said)));
        var stored = await StoredAsync(model, said);
        Assert.Equal((model.Person.Name, (Guid?)model.Person.Id, null), (stored.Author, stored.AuthorId, stored.EditedAt));
        var now = TimeProvider.System.GetUtcNow();
        Assert.InRange(stored.At, now.AddMinutes(-1), now);
        Assert.Equal(stored, Assert.Single(applied.Changes.OfType<Change<Comment>>()).After);
    }

    [Fact]
    public async Task Nobody_signs_for_somebody_else()
    {
        var model = await ModelAsync();
        var other = await database.AsAsync(model, "Grace");
        var said = Some.Unsigned(EntityRef.To(_web));
        Refused(await database.EditAsync(model, Change.Add(said with { Author = "Grace" })));
        Refused(await database.EditAsync(model, Change.Add(said with { AuthorId = other.Person.Id })));
        Refused(await database.EditAsync(model, Change.Add(said with { At = DateTimeOffset.UnixEpoch })));
        await database.EditAsync(other, Change.Add(said));
        var stored = await StoredAsync(model, said);
        Refused(await database.EditAsync(other, Change.Of(stored, stored with { Author = "Ada" })));
        Refused(await database.EditAsync(other, Change.Of(stored, stored with { EditedAt = null, At = DateTimeOffset.UnixEpoch })));
    }

    [Fact]
    public async Task Only_its_author_changes_a_comment_and_the_change_is_marked()
    {
        var model = await ModelAsync();
        var author = await database.AsAsync(model, "Grace");
        var stored = await SaidAsync(author);
        Refused(await database.EditAsync(model, Change.Of(stored, stored with { Text = "put into her mouth" })));
        Assert.IsType<Outcome.Applied>(await database.EditAsync(author, Change.Of(stored, stored with { Text = "better" })));
        var changed = await StoredAsync(model, stored);
        Assert.Equal(("better", "Grace", stored.At), (changed.Text, changed.Author, changed.At));
        Assert.NotNull(changed.EditedAt);
    }

    [Fact]
    public async Task A_comment_stays_where_it_was_written()
    {
        var model = await ModelAsync();
        var stored = await SaidAsync(model);
        Refused(await database.EditAsync(model, Change.Of(stored, stored with { On = EntityRef.WholeModel })));
    }

    [Fact]
    public async Task Its_author_or_an_owner_removes_a_comment_and_nobody_else()
    {
        var model = await ModelAsync();
        var author = await database.AsAsync(model, "Grace");
        var stranger = await database.AsAsync(model, "Mallory");
        var one = await SaidAsync(author);
        var two = await SaidAsync(author);
        Refused(await database.EditAsync(stranger, Change.Remove(one)));
        Assert.IsType<Outcome.Applied>(await database.EditAsync(author, Change.Remove(one)));
        Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Change.Remove(two)));
    }

    [Fact]
    public async Task What_goes_takes_along_what_was_said_about_it_and_undoing_brings_both_back_as_they_were()
    {
        var model = await ModelAsync();
        var author = await database.AsAsync(model, "Grace");
        var stranger = await database.AsAsync(model, "Mallory");
        var stored = await SaidAsync(author);
        Assert.IsType<Outcome.Applied>(await database.EditAsync(stranger, Change.Remove(_web), Change.Remove(stored)));
        var last = (await database.Journal.UndoAsync(stranger, TestContext.Current.CancellationToken)).Undo!;
        Assert.IsType<Outcome.Applied>(await database.ApplyAsync(stranger, new Intent.Undo(last.Number)));
        Assert.Equal(stored, await StoredAsync(model, stored));
    }

    [Fact]
    public async Task A_reviewer_may_comment_and_nothing_else()
    {
        var model = await ModelAsync();
        var reviewer = await database.AsAsync(model, "Rita", Role.Reviewer);
        var stored = await SaidAsync(reviewer);
        Assert.IsType<Outcome.Applied>(await database.EditAsync(reviewer, Change.Of(stored, stored with { Text = "better" })));
        Assert.IsType<Outcome.Applied>(await database.EditAsync(reviewer, Change.Remove(await StoredAsync(model, stored))));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => database.EditAsync(reviewer, Change.Add(Some.Unsigned(EntityRef.To(_web))), Change.Add(Some.Component("mine"))));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => database.EditAsync(reviewer, Setter.Importer, Change.Add(Some.Unsigned(EntityRef.To(_web)))));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => database.EditAsync(reviewer));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => database.ApplyAsync(reviewer, new Intent.Publish("mine")));
    }

    [Fact]
    public async Task A_viewer_may_not_even_comment()
    {
        var model = await ModelAsync();
        var viewer = await database.AsAsync(model, "Vera", Role.Viewer);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => database.EditAsync(viewer, Change.Add(Some.Unsigned(EntityRef.To(_web)))));
    }

    [Fact]
    public async Task A_revision_can_be_spoken_about_as_soon_as_it_is_there()
    {
        var model = await ModelAsync();
        var about = Some.Unsigned(EntityRef.WholeModel) with { Revision = 1 };
        Refused(await database.EditAsync(model, Change.Add(about)));
        Assert.IsType<Outcome.Applied>(await database.ApplyAsync(model, new Intent.Publish("first")));
        Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Change.Add(about)));
        Assert.Equal(1, (await StoredAsync(model, about)).Revision);
        Refused(await database.EditAsync(model, Change.Add(Some.Unsigned(EntityRef.To(_web)) with { Revision = 1 })));
    }

    private static void Refused(Outcome outcome) => Assert.NotEmpty(Assert.IsType<Outcome.Refused>(outcome).Violations);

    private async Task<ModelAccess> ModelAsync()
    {
        var model = await database.NewModelAsync();
        await database.EditAsync(model, Change.Add(_web));
        return model;
    }

    private async Task<Comment> SaidAsync(ModelAccess author)
    {
        var said = Some.Unsigned(EntityRef.To(_web));
        Assert.IsType<Outcome.Applied>(await database.EditAsync(author, Change.Add(said)));
        return await StoredAsync(author, said);
    }

    private async Task<Comment> StoredAsync(ModelAccess model, Comment comment) => (await database.RowsAsync(model)).Find<Comment>(comment.Id.Value)!;
}
