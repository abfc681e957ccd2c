using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ThreatBoard.Web.Ui;

/// <summary>A value that is edited where it stands: text, several lines, a choice, a number or a date, all as text.</summary>
public sealed partial class InlineEdit
{
    private readonly string _problemId = $"problem-{Guid.CreateVersion7():n}";
    private ElementReference _box;
    private Func<string, Task<string?>> _keep = null!;
    private string _text = "", _begun = "";
    private string? _problem;
    private bool _editing, _focus;

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

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focus)
            return;
        _focus = false;
        await _box.FocusAsync();
    }

    // What is seen now is what the edit is about, whatever arrives from others while it is written.
    private void Begin() => (_editing, _focus, _text, _begun, _keep, _problem) = (true, true, Value ?? "", Value ?? "", Save, null);

    private void BeginByKey(KeyboardEventArgs pressed)
    {
        if (pressed.Key == "F2" && !ReadOnly)
            Begin();
    }

    private void GiveUpByKey(KeyboardEventArgs pressed)
    {
        if (pressed.Key == "Escape")
            GiveUp();
    }

    private void GiveUp() => (_editing, _problem) = (false, null);

    private async Task SaveAsync()
    {
        _problem = _text == _begun ? null : await _keep(_text);
        _editing = _problem is not null;
    }
}
