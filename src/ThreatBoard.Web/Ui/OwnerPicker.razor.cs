using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Ui;

/// <summary>Chooses who owns something among the people and teams of the workspace; a mere name is shown where it stands, and not offered.</summary>
public sealed partial class OwnerPicker
{
    private readonly string _id = $"owners-{Guid.CreateVersion7():n}";
    private ElementReference _button, _input;
    private Func<Owner?, Task<string?>> _keep = null!;
    private IReadOnlyList<Owner> _options = [];
    private string _text = "";
    private string? _said, _problem;
    private bool _isOpen, _focusInput, _focusButton;
    private int _at;

    [Parameter]
    public string Label { get; set; } = "Owner";

    /// <summary>Null where nothing was chosen yet, as in a form for many things at once.</summary>
    [Parameter]
    public Owner? Value { get; set; }

    /// <summary>Keeps the choice; what it returns is the problem, shown below, and null when all is well.</summary>
    [Parameter, EditorRequired]
    public required Func<Owner?, Task<string?>> Save { get; set; }

    /// <summary>Finds people and teams whose name begins so; some of them for an empty text.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Task<IReadOnlyList<Owner>>> Search { get; set; }

    [Parameter]
    public OwnerNames Names { get; set; } = OwnerNames.Stored;

    [Parameter]
    public string Placeholder { get; set; } = "Nobody";

    /// <summary>The classes of the button while nothing is being chosen.</summary>
    [Parameter]
    public string Look { get; set; } = "tb-edit-value";

    private string Shown => Value is null ? "" : Value == Owner.Nobody && Placeholder != "Nobody" ? "Nobody" : Names.Of(Value);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusInput) await _input.FocusAsync();
        else if (_focusButton) await _button.FocusAsync();
        (_focusInput, _focusButton) = (false, false);
    }

    // What is seen now is what the choice is about, whatever arrives from others while it is made.
    private Task OpenAsync()
    {
        (_isOpen, _focusInput, _keep, _text, _problem) = (true, true, Save, "", null);
        return FindAsync();
    }

    private Task OpenByKeyAsync(KeyboardEventArgs pressed) => pressed.Key is "F2" or "ArrowDown" ? OpenAsync() : Task.CompletedTask;

    private Task TypeAsync(ChangeEventArgs typed)
    {
        _text = (string?)typed.Value ?? "";
        return FindAsync();
    }

    private async Task FindAsync()
    {
        var asked = _text;
        try
        {
            var found = await Search(asked.Trim());
            // A slower answer to an older text must not cover the newer one.
            if (asked != _text) return;
            (_options, _at) = (asked.Trim().Length == 0 ? [Owner.Nobody, .. found] : found, 0);
            _said = _options.Count == 0 ? $"Nobody here and no team is called “{asked.Trim()}”." : null;
        }
        catch (DbException)
        {
            (_options, _said) = ([], "The people could not be read: type again in a moment.");
        }
    }

    private async Task OnKeyAsync(KeyboardEventArgs pressed)
    {
        if (pressed.Key == "Escape") Close();
        else if (_options.Count == 0) return;
        else if (pressed.Key == "ArrowDown") _at = (_at + 1) % _options.Count;
        else if (pressed.Key == "ArrowUp") _at = (_at + _options.Count - 1) % _options.Count;
        else if (pressed.Key == "Enter") await ChooseAsync(_options[_at]);
    }

    private async Task ChooseAsync(Owner chosen)
    {
        // A press that was on its way when the list had closed already.
        if (!_isOpen) return;
        Close();
        _problem = chosen == Value ? null : await _keep(chosen);
    }

    private void Close() => (_isOpen, _focusButton, _options, _said) = (false, true, [], null);

    private void Leave()
    {
        if (_isOpen && !_focusInput) (_isOpen, _options, _said) = (false, [], null);
    }

    private static string IconOf(Owner owner) => owner.Kind is OwnerKind.Team ? "team" : owner.Kind is OwnerKind.None ? "empty" : "person";

    private static string WordOf(Owner owner) => owner.IsNobody ? "Nobody" : owner.Name;

    private string NoteOf(Owner owner) => owner.Kind switch
    {
        OwnerKind.Team => Names.IsMine(owner) ? "your team" : "team",
        OwnerKind.Person when Names.IsMine(owner) => "you",
        _ => "",
    };
}
