using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Features.Diagram;

/// <content>What is selected: on the canvas, and in the address.</content>
public sealed partial class DiagramPage
{
    private const int MostInAddress = 20;

    private async Task FollowSelectionAsync()
    {
        var open = OpenItem.Parse(Open) is { } item ? [item.Id] : ImmutableArray<Guid>.Empty;
        var more = (Selected ?? "").Split(',').Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>().Take(MostInAddress);
        ImmutableArray<Guid> wanted = [.. open.Concat(more).Distinct()];
        if (wanted.SequenceEqual(_selected)) return;
        _selected = wanted;
        if (_canvas is null) return;
        await _canvas.SelectAsync(wanted);
        if (wanted is [var single]) await _canvas.RevealAsync(single);
    }

    private Task OnSelectionAsync(ImmutableArray<EntityRef> chosen) => InvokeAsync(() =>
    {
        if (_choice is { } choice)
        {
            ChooseOnCanvas(choice, chosen);
            return;
        }

        _selected = chosen.Length <= MostInAddress ? [.. chosen.Select(element => element.Id)] : [];
        Address.Set(new Dictionary<string, object?>
        {
            ["open"] = chosen is [var single] ? single.ToString() : null,
            ["selected"] = chosen.Length is > 1 and <= MostInAddress ? string.Join(',', _selected) : null,
        });
    });
}
