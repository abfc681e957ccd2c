using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ThreatBoard.Data.Drafts;
using ThreatBoard.Web.Editing;

namespace ThreatBoard.Web.Ui;

/// <summary>A value that is edited where it stands: text, several lines, a choice, a number or a date, all as text.</summary>
public sealed partial class InlineEdit
{
    private readonly string _problemId = $"problem-{Guid.CreateVersion7():n}";
    private readonly PressOnce _once = new();
    private ElementReference _box;
    private Func<string, Task<string?>> _keep = null!;
    private string _text = "", _begun = "";
    private string? _problem;
    private Draft? _draft;
    private bool _editing, _focus, _draftIsLost;

    /// <summary>Where what is typed is kept until it is saved; without one it is not.</summary>
    [CascadingParameter]
    public DraftSheet? Drafts { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Value { get; set; }

    /// <summary>Keeps the value; what it returns is the problem, shown under the box, and null when all is well.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Task<string?>> Save { get; set; }

    /// <summary>Values and their words: makes it a choice.</summary>
    [Parameter]
    public IReadOnlyList<(string Value, string Words)>? Options { get; set; }

    /// <summary>The input's type: <c>text</c>, <c>number</c> or <c>date</c> (<c>yyyy-MM-dd</c>).</summary>
    [Parameter]
    public string Kind { get; set; } = "text";

    [Parameter]
    public bool Multiline { get; set; }

    [Parameter]
    public int? MaxLength { get; set; }

    [Parameter]
    public bool ReadOnly { get; set; }

    [Parameter]
    public string Placeholder { get; set; } = "Nothing yet";

    private string Shown => Options?.FirstOrDefault(option => option.Value == Value).Words ?? Value ?? "";

    private string? Invalid => _problem is null ? null : "true";

    protected override void OnInitialized()
    {
        if (ReadOnly || Drafts?.Of(Label) is not { } draft) return;
        Begin();
        (_focus, _draft, _text, _begun) = (false, draft, draft.Text, draft.BasedOn);
        // What its author saw is not what is stored now: the door is to know both.
        if (_begun != (Value ?? "") && Drafts.SaveOver is { } saveOver && Save is var save) _keep = text => saveOver(save, _begun, text);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focus)
            return;
        _focus = false;
        await _box.FocusAsync();
    }

    // What is seen now is what the edit is about, whatever arrives from others while it is written.
    private void Begin()
    {
        (_editing, _focus, _text, _begun, _keep, _problem) = (true, true, Value ?? "", Value ?? "", Save, null);
        Drafts?.Begin(Label);
    }

    private async Task KeepDraftAsync() => _draftIsLost = Drafts is not null && !await Drafts.KeepAsync(Label, _text, _begun);

    private void BeginByKey(KeyboardEventArgs pressed)
    {
        if (pressed.Key == "F2" && !ReadOnly)
            Begin();
    }

    // While it is being saved, Esc belongs to what the person may be asked about it.
    private Task GiveUpByKey(KeyboardEventArgs pressed) => pressed.Key == "Escape" && !_once.IsBusy ? GiveUpAsync() : Task.CompletedTask;

    private async Task GiveUpAsync()
    {
        _problem = null;
        await EndAsync();
    }

    private async Task SaveAsync()
    {
        // A press that was on its way when the box had closed already.
        if (!_editing)
            return;
        _problem = _text == _begun ? null : await _keep(_text);
        if (_problem is null)
            await EndAsync();
    }

    private async Task EndAsync()
    {
        (_editing, _draft, _draftIsLost) = (false, null, false);
        if (Drafts is not null)
            await Drafts.DropAsync(Label);
    }
}
