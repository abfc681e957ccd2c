using System.Text.RegularExpressions;

namespace ThreatBoard.Kubernetes.Masking;

/// <summary>One form a credential takes inside a text; the groups named <c>v</c>… are what is masked.</summary>
/// <remarks>The engine is the linear one: no text, however hostile, makes it slow.</remarks>
internal sealed class CredentialPattern(MaskReason reason, string pattern, bool named = false)
{
    private const int MostMatches = 2_000;
    private readonly Regex _regex = new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public MaskReason Reason { get; } = reason;

    public bool Apply(ref string text)
    {
        var masked = false;
        var matches = 0;
        var replaced = _regex.Replace(text, match =>
        {
            matches++;
            var value = Value(match);
            if (value.Value == MaskedText.Marker || (named && CredentialNames.IsHarmless(match.Groups["name"].Value, value.Value))) return match.Value;
            masked = true;
            var start = value.Index - match.Index;
            return string.Concat(match.ValueSpan[..start], MaskedText.Marker, match.ValueSpan[(start + value.Length)..]);
        }, MostMatches);
        // A text that is full of them is not worth the time: all of it goes.
        text = matches < MostMatches ? replaced : MaskedText.Marker;
        return masked || matches >= MostMatches;
    }

    private static Group Value(Match match)
    {
        for (var i = match.Groups.Count - 1; i > 0; i--)
            if (match.Groups[i] is { Success: true, Name: ['v', ..] } group) return group;
        return match;
    }
}
