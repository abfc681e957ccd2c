using System.Collections.Immutable;

namespace ThreatBoard.Web.Features.Diagram;

/// <summary>Puts together what the browser had to send in several messages; one operation at a time, and never without end.</summary>
/// <typeparam name="T">What the messages carry.</typeparam>
public sealed class PartialMessages<T>
{
    private const int MostItems = 20_000;
    private const int MostParts = 400;

    private readonly List<T> _items = [];
    private int _operation = -1;
    private int _next;

    /// <summary>Takes the next part. False: it does not follow, or there is too much of it, and the operation is forgotten.</summary>
    /// <param name="whole">All items once the last part has come; empty before.</param>
    public bool TryTake(MessagePart part, IReadOnlyCollection<T> items, out ImmutableArray<T> whole)
    {
        whole = [];
        if (part.Part == 0) Begin(part.Operation);
        var follows = part.Operation == _operation && part.Part == _next && part.Parts is > 0 and <= MostParts && part.Part < part.Parts;
        if (!follows || _items.Count + items.Count > MostItems)
        {
            Begin(-1);
            return false;
        }

        _items.AddRange(items);
        _next++;
        if (_next < part.Parts) return true;
        whole = [.. _items];
        Begin(-1);
        return true;
    }

    private void Begin(int operation)
    {
        _items.Clear();
        (_operation, _next) = (operation, 0);
    }
}
