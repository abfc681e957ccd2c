using System.Buffers.Binary;
using System.Text;

namespace ThreatBoard.Testing.Circuits;

internal enum EditKind
{
    PrependFrame = 1,
    RemoveFrame,
    SetAttribute,
    RemoveAttribute,
    UpdateText,
    StepIn,
    StepOut,
    UpdateMarkup,
    PermutationListEntry,
    PermutationListEnd,
}

internal enum FrameKind
{
    Element = 1,
    Text,
    Attribute,
    Component,
    Region,
    ElementReferenceCapture,
    ComponentReferenceCapture,
    Markup,
    ComponentRenderMode,
    NamedEvent,
}

/// <summary>One edit of a component's part of the page.</summary>
/// <param name="Other">The frame that it is about, or where a node moves to.</param>
internal readonly record struct RenderEdit(EditKind Kind, int Sibling, int Other, string? Removed);

/// <summary>A piece of what is rendered.</summary>
/// <param name="Length">How many frames it and its content take.</param>
/// <param name="Text">Element's or attribute's name, text, markup.</param>
internal readonly record struct RenderFrame(FrameKind Kind, int Length, string? Text, string? Value, int Component, long Handler);

/// <summary>Reads what the server sends after each rendering: see the layout in the framework's <c>RenderBatchWriter</c>.</summary>
internal sealed class RenderBatch(byte[] bytes)
{
    private const int FrameSize = 20;
    private const int EditSize = 16;

    private readonly int _frames = Number(bytes, bytes.Length - 16) + 4;

    public IEnumerable<(int Component, IReadOnlyList<RenderEdit> Edits)> Components()
    {
        var at = Number(bytes, bytes.Length - 20);
        for (var i = 0; i < Number(bytes, at); i++)
        {
            var component = Number(bytes, at + 4 + (i * 4));
            var count = Number(bytes, component + 4);
            var edits = new RenderEdit[count];
            for (var e = 0; e < count; e++) edits[e] = Edit(component + 8 + (e * EditSize));
            yield return (Number(bytes, component), edits);
        }
    }

    public IEnumerable<int> DisposedComponents()
    {
        var at = Number(bytes, bytes.Length - 12);
        for (var i = 0; i < Number(bytes, at); i++) yield return Number(bytes, at + 4 + (i * 4));
    }

    public RenderFrame Frame(int index)
    {
        var at = _frames + (index * FrameSize);
        var kind = (FrameKind)Number(bytes, at);
        return kind switch
        {
            FrameKind.Element => new(kind, Number(bytes, at + 4), Text(at + 8), null, 0, 0),
            FrameKind.Text or FrameKind.Markup => new(kind, 1, Text(at + 4), null, 0, 0),
            FrameKind.Attribute => new(kind, 1, Text(at + 4), Text(at + 8), 0, BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 12))),
            FrameKind.Component => new(kind, Number(bytes, at + 4), null, null, Number(bytes, at + 8), 0),
            FrameKind.Region => new(kind, Number(bytes, at + 4), null, null, 0, 0),
            FrameKind.ElementReferenceCapture => new(kind, 1, Text(at + 4), null, 0, 0),
            _ => new(kind, 1, null, null, 0, 0),
        };
    }

    private static int Number(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    private RenderEdit Edit(int at)
    {
        var kind = (EditKind)Number(bytes, at);
        return new(kind, Number(bytes, at + 4), Number(bytes, at + 8), kind is EditKind.RemoveAttribute ? Text(at + 12) : null);
    }

    /// <summary>The text whose number in the table stands here.</summary>
    private string? Text(int at)
    {
        var number = Number(bytes, at);
        if (number < 0) return null;
        var start = Number(bytes, Number(bytes, bytes.Length - 4) + (number * 4));
        var (length, shift) = (0, 0);
        byte next;
        do
        {
            next = bytes[start++];
            length |= (next & 0x7f) << shift;
            shift += 7;
        }
        while ((next & 0x80) != 0);
        return Encoding.UTF8.GetString(bytes, start, length);
    }
}
