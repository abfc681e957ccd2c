using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>What a person types over elements of the canvas and has not finished: the same drafts as those of the names in the details.</summary>
public sealed class CanvasNames(DraftDesk desk, Guid model)
{
    private const string Field = "Name";

    private Task<DraftSheet>? _sheet;
    private EntityRef? _on;

    /// <summary>The person begins; the others see who writes there.</summary>
    /// <returns>What was left unfinished, or null.</returns>
    public async Task<LeftName?> BeginAsync(EntityRef element)
    {
        _sheet = null;
        var sheet = await SheetAsync(element);
        sheet.Begin(Field);
        return sheet.Of(Field) is { } left ? new(left.Text, left.BasedOn) : null;
    }

    /// <param name="seen">The name that was seen when it began.</param>
    /// <returns>False where it is not kept.</returns>
    public async Task<bool> KeepAsync(EntityRef element, string text, string seen) => await (await SheetAsync(element)).KeepAsync(Field, text, seen);

    /// <summary>It was saved or given up.</summary>
    public async Task EndAsync(EntityRef element) => await (await SheetAsync(element)).DropAsync(Field);

    private Task<DraftSheet> SheetAsync(EntityRef element)
    {
        if (_sheet is null || _on != element) (_sheet, _on) = (desk.OpenAsync(model, element), element);
        return _sheet;
    }
}

/// <summary>A name that was typed on the canvas and not finished.</summary>
/// <param name="Seen">The name that was seen when it began.</param>
public sealed record LeftName(string Text, string Seen);
