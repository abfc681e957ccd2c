using System.Collections.Immutable;
using Microsoft.JSInterop;

namespace ThreatBoard.Web.Features.Diagram;

/// <content>What others have chosen on the diagram, and what the person sees who is followed.</content>
public sealed partial class DiagramPage
{
    private const int MostMarks = 60;

    private ImmutableArray<PersonMark> _marks = [];
    private string _part = "";

    private void OnPeople(object? sender, EventArgs nothing) => _ = ShowPeopleAsync();

    private async Task ShowPeopleAsync()
    {
        if (_canvas is not { } canvas) return;
        ImmutableArray<PersonMark> marks = [.. Here.People.SelectMany(person => person.At.Selection.Select(id => new PersonMark(id.ToString(), person.Name, person.Colour))).Take(MostMarks)];
        var part = Here.Leader?.At.View ?? "";
        try
        {
            if (!marks.SequenceEqual(_marks)) await canvas.ShowPeopleAsync(_marks = marks);
            if (part == _part) return;
            _part = part;
            if (CanvasPart.Parse(part) is { } seen) await canvas.ShowPartAsync(seen);
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone; so is the need to show it.
        }
    }
}
