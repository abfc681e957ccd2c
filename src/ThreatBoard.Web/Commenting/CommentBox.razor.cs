using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Commenting;

/// <summary>Where a comment is written or changed.</summary>
public sealed partial class CommentBox
{
    private readonly string _id = $"mentions-{Guid.CreateVersion7():n}";
    private readonly PressOnce _once = new();
    private readonly MentionText _mentions = new();
    private ElementReference _area;
    private IReadOnlyList<Owner> _offered = [];
    private int _at;
    private int _end;
    private int _on;
    private string _text = "";
    private string _before = "";
    private string? _previewed;
    private string? _problem;

    [Parameter, EditorRequired]
    public required Guid Model { get; set; }

    /// <summary>What the box is called, and says while it is empty.</summary>
    [Parameter]
    public string Label { get; set; } = "Write a comment";

    /// <summary>The verb on the button.</summary>
    [Parameter]
    public string Action { get; set; } = "Comment";

    /// <summary>What the box begins with, as it is stored.</summary>
    [Parameter]
    public string Stored { get; set; } = "";

    /// <summary>What was left here unsaved, as it was typed; goes before <see cref="Stored"/>.</summary>
    [Parameter]
    public string? Left { get; set; }

    /// <summary>The present name of somebody mentioned; null for whoever is no member.</summary>
    [Parameter]
    public Func<Mention, string?> NameOf { get; set; } = _ => null;

    /// <summary>Saves the text as it is to be stored, and gives what is wrong with it.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Task<string?>> Save { get; set; }

    /// <summary>Told what the box holds, with every letter.</summary>
    [Parameter]
    public EventCallback<string> OnTyped { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    [Inject]
    private Colleagues Colleagues { get; set; } = null!;

    protected override void OnInitialized()
    {
        // Whoever is named in the stored text is known, whether it or what was left unsaved is shown.
        var stored = _mentions.ToTyped(Stored, NameOf);
        _before = _text = Left ?? stored;
    }

    private async Task TypedAsync()
    {
        var typing = MentionText.Typing(_before, _text);
        var end = typing is { } name ? name.At + 1 + name.Beginning.Length : 0;
        (_before, _previewed, _problem, _at, _end) = (_text, null, null, typing?.At ?? 0, end);
        await OnTyped.InvokeAsync(_text);
        var typed = _text;
        var offered = typing is { } now ? await Colleagues.FindAsync(Model, now.Beginning, CancellationToken.None) : [];
        // A slower answer to an older text must not cover the newer one.
        if (typed == _text) (_offered, _on) = (offered, 0);
    }

    private async Task ChooseAsync(Owner owner)
    {
        // A press that was on its way when the list had closed already.
        if (_offered.Count == 0 || _end > _text.Length) return;
        _before = _text = $"{_text[.._at]}{_mentions.Choose(owner)} {_text[_end..].TrimStart(' ')}";
        _offered = [];
        await OnTyped.InvokeAsync(_text);
        await _area.FocusAsync();
    }

    // The frame's script keeps these keys from the text while a list is open.
    private Task KeyAsync(KeyboardEventArgs key)
    {
        if (key is { Key: "Enter", CtrlKey: true } or { Key: "Enter", MetaKey: true }) return _once.RunAsync(SaveAsync);
        if (_offered.Count == 0) return Task.CompletedTask;
        if (key.Key is "Enter" or "Tab" && !key.ShiftKey) return ChooseAsync(_offered[_on]);
        if (key.Key == "ArrowDown") _on = (_on + 1) % _offered.Count;
        else if (key.Key == "ArrowUp") _on = (_on + _offered.Count - 1) % _offered.Count;
        else if (key.Key == "Escape") _offered = [];
        return Task.CompletedTask;
    }

    private async Task PreviewAsync() => _previewed = _previewed is null ? await StoredAsync() : null;

    private async Task SaveAsync()
    {
        var stored = (await StoredAsync()).Trim();
        _problem = stored.Length switch
        {
            0 => "The comment is empty: write something first.",
            > Limits.Comment => $"With its mentions the comment has {stored.Length} characters: at most {Limits.Comment} are kept.",
            _ => await Save(stored),
        };
        if (_problem is null) (_text, _before, _previewed, _offered) = ("", "", null, []);
    }

    private Task<string> StoredAsync() => _mentions.ToStoredAsync(_text, beginning => Colleagues.FindAsync(Model, beginning, CancellationToken.None));

    /// <summary>In the preview whoever was just chosen is a member, though the page has not read the name yet.</summary>
    private string? Shown(Mention mention) => NameOf(mention) ?? mention.Name;
}
