using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ThreatBoard.Testing.Circuits;

/// <summary>Writes the part of MessagePack that a circuit's messages use.</summary>
internal sealed class PackWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>One message, after its length.</summary>
    public ReadOnlyMemory<byte> Framed()
    {
        var framed = new ArrayBufferWriter<byte>(_bytes.WrittenCount + 5);
        var left = (uint)_bytes.WrittenCount;
        while (left >= 0x80)
        {
            framed.Write([(byte)(left | 0x80)]);
            left >>= 7;
        }

        framed.Write([(byte)left]);
        framed.Write(_bytes.WrittenSpan);
        return framed.WrittenMemory;
    }

    public PackWriter Array(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 15);
        Byte((byte)(0x90 | count));
        return this;
    }

    public PackWriter EmptyMap()
    {
        Byte(0x80);
        return this;
    }

    /// <param name="value">Null, text, a truth, an integer or bytes.</param>
    public PackWriter Value(object? value)
    {
        switch (value)
        {
            case null: Byte(0xc0); break;
            case bool truth: Byte((byte)(truth ? 0xc3 : 0xc2)); break;
            case int number: Integer(number); break;
            case long number: Integer(number); break;
            case double number: Double(number); break;
            case string text: Text(text); break;
            case byte[] bytes: Sized(0xc6, bytes); break;
            default: throw new ArgumentException($"A {value.GetType()} has no place in a circuit's message.", nameof(value));
        }

        return this;
    }

    private void Integer(long number)
    {
        if (number is >= 0 and < 128)
        {
            Byte((byte)number);
            return;
        }

        var at = _bytes.GetSpan(9);
        at[0] = 0xd3;
        BinaryPrimitives.WriteInt64BigEndian(at[1..], number);
        _bytes.Advance(9);
    }

    private void Double(double number)
    {
        var at = _bytes.GetSpan(9);
        at[0] = 0xcb;
        BinaryPrimitives.WriteDoubleBigEndian(at[1..], number);
        _bytes.Advance(9);
    }

    private void Text(string text) => Sized(0xdb, Encoding.UTF8.GetBytes(text));

    private void Sized(byte kind, byte[] bytes)
    {
        var at = _bytes.GetSpan(5);
        at[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(at[1..], bytes.Length);
        _bytes.Advance(5);
        _bytes.Write(bytes);
    }

    private void Byte(byte value) => _bytes.Write([value]);
}
