using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ThreatBoard.Web.Ui.Filtering;

namespace ThreatBoard.Web.Ui;

/// <summary>A filter of tokens; its value is plain text that a page keeps in its address.</summary>
public sealed partial class TokenFilter
{
    private readonly string _listId = $"hints-{Guid.CreateVersion7():n}";
    private IReadOnlyList<string> _tokens = [];
    private string _typed = "";

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>Tokens offered while typing, such as <c>status:open</c>.</summary>
    [Parameter]
    public IReadOnlyList<string> Hints { get; set; } = [];

    [Parameter]
    public string Label { get; set; } = "Filter";

    [Parameter]
    public string Placeholder { get; set; } = "Filter  ( / )";

    protected override void OnParametersSet() => _tokens = TokensIn(Value);

    private static string[] TokensIn(string? text) => [.. FilterWord.Split(text ?? "").Select(word => word.Text).Distinct()];

    private async Task OnKeyAsync(KeyboardEventArgs pressed)
    {
        if (pressed.Key == "Enter")
            await AddAsync();
        else if (pressed.Key == "Backspace" && _typed.Length == 0 && _tokens.Count > 0)
            await RemoveAsync(_tokens[^1]);
    }

    private Task AddAsync()
    {
        var typed = TokensIn(_typed);
        _typed = "";
        return typed.Length == 0 ? Task.CompletedTask : ChangeAsync([.. _tokens.Union(typed)]);
    }

    private Task RemoveAsync(string token) => ChangeAsync([.. _tokens.Where(other => other != token)]);

    private Task ChangeAsync(IReadOnlyList<string> tokens)
    {
        _tokens = tokens;
        return ValueChanged.InvokeAsync(string.Join(' ', tokens));
    }
}
