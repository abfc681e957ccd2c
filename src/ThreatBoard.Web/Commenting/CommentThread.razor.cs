using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Drafts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Commenting;

/// <summary>The comments on one thing: read by all, written by reviewers and up, changed by their authors alone.</summary>
public sealed partial class CommentThread : IDisposable
{
    private const int Newest = 30;

    private readonly Leaving _leaving = new();
    private readonly PressOnce _once = new();
    private ModelAccess? _me;
    private Func<Mention, string?> _names = _ => null;
    private IReadOnlyList<Comment>? _named;
    private Id<Comment>? _editing;
    private Id<Comment>? _removing;
    private Draft? _left, _leftEdit;
    private string _seen = "";
    private string? _problem;
    private int _hidden;
    private int _written;
    private bool _all, _draftIsLost;

    [Parameter, EditorRequired]
    public required Guid Model { get; set; }

    [Parameter, EditorRequired]
    public required EntityRef On { get; set; }

    /// <summary>The revision that is spoken about; then <see cref="On"/> is the whole model.</summary>
    [Parameter]
    public int? Revision { get; set; }

    /// <summary>Those on the thing, the oldest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Comment> Comments { get; set; }

    /// <summary>Puts changes through the door, and gives what is wrong with them.</summary>
    [Parameter, EditorRequired]
    public required Func<ImmutableArray<Change>, Task<string?>> Apply { get; set; }

    /// <summary>Where what is typed is kept until it is said; without one it is not.</summary>
    [CascadingParameter]
    public DraftSheet? Drafts { get; set; }

    [Inject]
    private Colleagues Colleagues { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <summary>The name of the draft of a new comment.</summary>
    private string Field => Revision is { } revision ? $"comment on revision {revision}" : "comment";

    private IEnumerable<Comment> Shown => Comments.Skip(_hidden);

    /// <summary>In the order in which they were written.</summary>
    public static IReadOnlyList<Comment> Of(ModelContent content, EntityRef on, int? revision = null) =>
        [.. content.All<Comment>().Where(c => c.IsAbout(on, revision)).OrderBy(c => c.At).ThenBy(c => c.Id)];

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override void OnInitialized() => _left = Drafts?.Of(Field);

    protected override async Task OnParametersSetAsync()
    {
        _hidden = _all ? 0 : Math.Max(0, Comments.Count - Newest);
        if (_named is not null && _named.SequenceEqual(Comments)) return;
        _named = Comments;
        if (await Colleagues.MeAsync(Model, _leaving.Token) is not { } me) return;
        var isFirst = _me is null;
        (_me, _names) = (me, await Colleagues.NamesAsync(me, Comments, _leaving.Token));
        if (isFirst && Comments.FirstOrDefault(c => MayChange(c) && LeftOn(c) is not null) is { } begun) Edit(begun);
    }

    private static string FieldOf(Comment comment) => $"comment {comment.Id}";

    private Draft? LeftOn(Comment comment) => Drafts?.Of(FieldOf(comment));

    // What is seen now is what the edit is about, or what was seen when it was begun and left.
    private void Edit(Comment comment)
    {
        _leftEdit = LeftOn(comment);
        (_editing, _seen, _draftIsLost) = (comment.Id, _leftEdit?.BasedOn ?? comment.Text, false);
        if (!Shown.Contains(comment)) (_all, _hidden) = (true, 0);
    }

    private async Task KeepAsync(string field, string text, string basedOn) =>
        _draftIsLost = Drafts is not null && !await Drafts.KeepAsync(field, text, basedOn);

    private Task EndEditAsync(Comment comment)
    {
        (_editing, _leftEdit, _draftIsLost) = (null, null, false);
        return Drafts?.DropAsync(FieldOf(comment)) ?? Task.CompletedTask;
    }

    // A new box, with nothing left in it.
    private Task EndAsync()
    {
        (_left, _written, _draftIsLost) = (null, _written + 1, false);
        return Drafts?.DropAsync(Field) ?? Task.CompletedTask;
    }

    private string AuthorOf(Comment comment) =>
        (comment.AuthorId is { } author ? _names(new(IsTeam: false, author, comment.Author)) : null) ?? comment.Author;

    private bool MayChange(Comment comment) => _me is { } me && me.May(Right.Comment) && comment.AuthorId == me.Person.Id;

    private bool MayRemove(Comment comment) => MayChange(comment) || _me?.May(Right.Administer) == true;

    private async Task<string?> AddAsync(string text)
    {
        var problem = await Apply([Change.Add(new Comment { Id = Id<Comment>.New(Clock), On = On, Revision = Revision, Text = text })]);
        if (problem is not null) return problem;
        await EndAsync();
        StateHasChanged();
        return null;
    }

    private async Task<string?> ChangeAsync(Comment comment, string text)
    {
        var problem = text == _seen ? null : await Apply([Change.Of(comment with { Text = _seen }, comment with { Text = text })]);
        if (problem is null) await EndEditAsync(comment);
        StateHasChanged();
        return problem;
    }

    private async Task RemoveAsync(Comment comment)
    {
        _problem = await Apply([Change.Remove(comment)]);
        _removing = null;
    }
}
