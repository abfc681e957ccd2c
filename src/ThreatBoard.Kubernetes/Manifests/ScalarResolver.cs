using System.Globalization;

namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>Resolves plain scalars like sigs.k8s.io/yaml, which Kubernetes reads with: YAML 1.1 booleans and octals, no sexagesimals, no dates.</summary>
internal static class ScalarResolver
{
    public static (ScalarKind Kind, string Text) Resolve(string text, bool plain, string? tag)
    {
        if (tag is "tag:yaml.org,2002:str" or "tag:yaml.org,2002:binary" or "!") return (ScalarKind.Text, text);
        if (!plain && tag is null) return (ScalarKind.Text, text);
        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => (ScalarKind.Null, "null"),
            "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON" => (ScalarKind.Boolean, "true"),
            "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF" => (ScalarKind.Boolean, "false"),
            _ when text[0] is (>= '0' and <= '9') or '-' or '+' or '.' => Number(text),
            _ => (ScalarKind.Text, text),
        };
    }

    private static (ScalarKind, string) Number(string text)
    {
        if (text.Length > 64) return (ScalarKind.Text, text);
        var digits = text.Replace("_", "", StringComparison.Ordinal);
        var negative = digits.StartsWith('-');
        var body = digits.AsSpan(digits is ['-' or '+', ..] ? 1 : 0);
        if (TryInteger(body, out var value))
            return (ScalarKind.Integer, (negative ? "-" : "") + value.ToString(CultureInfo.InvariantCulture));
        return LooksLikeFloat(digits)
            && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? (ScalarKind.Float, number.ToString("R", CultureInfo.InvariantCulture))
            : (ScalarKind.Text, text);
    }

    private static bool TryInteger(ReadOnlySpan<char> body, out long value) => body switch
    {
        ['0', 'x' or 'X', .. var hex] => TryRadix(hex, 16, out value),
        ['0', 'o' or 'O', .. var octal] => TryRadix(octal, 8, out value),
        ['0', 'b' or 'B', .. var binary] => TryRadix(binary, 2, out value),
        ['0', _, ..] => TryRadix(body, 8, out value),
        _ => long.TryParse(body, NumberStyles.None, CultureInfo.InvariantCulture, out value),
    };

    private static bool TryRadix(ReadOnlySpan<char> digits, int radix, out long value)
    {
        value = 0;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix || value > (long.MaxValue - digit) / radix) return false;
            value = value * radix + digit;
        }
        return digits.Length > 0;
    }

    /// <summary>An exponent needs its sign there: <c>1e3</c> (as in <c>5e3</c> of a commit hash) stays text.</summary>
    private static bool LooksLikeFloat(string text)
    {
        var mantissa = text.AsSpan(text is ['-' or '+', ..] ? 1 : 0);
        if (mantissa.IndexOfAny('e', 'E') is >= 0 and var at)
        {
            var exponent = mantissa[(at + 1)..];
            if (exponent is not ['-' or '+', _, ..] || exponent[1..].ContainsAnyExceptInRange('0', '9')) return false;
            mantissa = mantissa[..at];
        }
        var dot = mantissa.IndexOf('.');
        var whole = dot < 0 ? [] : mantissa[..dot];
        var fraction = mantissa[(dot + 1)..];
        return fraction.Length > 0 && !whole.ContainsAnyExceptInRange('0', '9') && !fraction.ContainsAnyExceptInRange('0', '9');
    }
}
