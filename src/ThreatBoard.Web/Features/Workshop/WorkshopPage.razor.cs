using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Features.Workshop;

/// <summary>For a screen in a meeting: one element at a time with its questions; what others add appears as they add it.</summary>
public sealed partial class WorkshopPage : IDisposable
{
    private readonly NextLook _next = new();
    private ImmutableArray<WorkshopElement> _elements = [];
    private OpenModel? _model;
    private DraftSheet? _drafts;
    private SayForm? _form;
    private Stride _category;
    private Guid _loaded;
    private int _at, _left;
    private bool _failed, _isMissing;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The element that is talked about, as <c>kind:guid</c>.</summary>
    [SupplyParameterFromQuery]
    public string? At { get; set; }

    [Inject]
    private ModelDesk Desk { get; set; } = null!;

    [Inject]
    private DraftDesk Drafts { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    [Inject]
    private AddressBar Address { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private WorkshopElement? Element => _at < _elements.Length ? _elements[_at] : null;

    public void Dispose()
    {
        _next.Dispose();
        _model?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded != Id) await LoadAsync();
        else if (At is not null && Address.IsSettled && At != Element?.Subject.ToString()) Find();
    }

    private async Task LoadAsync()
    {
        _loaded = Id;
        (_failed, _isMissing) = (false, false);
        _model?.Dispose();
        try
        {
            _model = await Desk.OpenAsync(Id, () => _next.Ask(Clock, InvokeAsync, LookAsync));
            _drafts = await Drafts.OpenAsync(Id, EntityRef.WholeModel);
        }
        catch (DbException)
        {
            _failed = true;
            return;
        }

        _isMissing = _model is null;
        Frame.ModelName = _model?.Name;
        await ReadAsync();
        Find();
    }

    private async Task LookAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    /// <summary>The element at hand stays at hand, whatever others add before it.</summary>
    private async Task ReadAsync()
    {
        if (_model is not { Content: var content }) return;
        var elements = await _next.ReckonAsync(() => WorkshopElement.Of(content));
        var shown = Element?.Subject;
        _elements = elements;
        _left = _elements.Count(element => element.IsAsked);
        var found = shown is { } subject ? IndexOf(subject) : 0;
        _at = found >= 0 ? found : Math.Clamp(_at, 0, Math.Max(0, _elements.Length - 1));
    }

    private void Find()
    {
        if (EntityRef.TryParse(At, out var wanted) && IndexOf(wanted) is >= 0 and var found) _at = found;
        else if (At is null) _at = Math.Max(0, _elements.ToList().FindIndex(element => element.IsAsked));
        ChooseFirst();
    }

    private int IndexOf(EntityRef subject)
    {
        for (var at = 0; at < _elements.Length; at++)
        {
            if (_elements[at].Subject == subject) return at;
        }

        return -1;
    }

    private void ChooseFirst()
    {
        if (Element is { Prompts: { Length: > 0 } prompts }) _category = (prompts.FirstOrDefault(prompt => prompt.Answer.IsMissing) ?? prompts[0]).Category;
    }

    private void Choose(Stride category)
    {
        _category = category;
        _form?.Focus();
    }

    private void Go(int by) => Show(Math.Clamp(_at + by, 0, Math.Max(0, _elements.Length - 1)));

    private void GoToAsked()
    {
        var next = Enumerable.Range(1, _elements.Length).Select(step => (_at + step) % _elements.Length).FirstOrDefault(at => _elements[at].IsAsked, _at);
        Show(next);
    }

    private void Show(int at)
    {
        _at = at;
        ChooseFirst();
        _form?.Focus();
        if (Element is { } element) Address.Set("at", element.Subject.ToString());
    }

    private void Step(int by)
    {
        if (Element is not { Prompts: { Length: > 0 } prompts }) return;
        var at = prompts.IndexOf(prompts.First(prompt => prompt.Category == _category));
        Choose(prompts[(at + by + prompts.Length) % prompts.Length].Category);
    }

    private async Task OnKeyAsync(KeyboardEventArgs pressed)
    {
        switch (pressed)
        {
            case { Key: "PageDown" }: Go(1); break;
            case { Key: "PageUp" }: Go(-1); break;
            case { Key: "ArrowDown" }: Step(1); break;
            case { Key: "ArrowUp" }: Step(-1); break;
            case { Key: "Enter", CtrlKey: true } when _form is not null: await _form.SayNothingHereAsync(); break;
        }
    }

    /// <summary>After a word or a threat, the next question that is open.</summary>
    private async Task SaidAsync(bool isAnswered)
    {
        await ReadAsync();
        if (isAnswered) ChooseFirst();
        _form?.Focus();
    }
}
