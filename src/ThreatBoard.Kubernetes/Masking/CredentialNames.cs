using System.Text.RegularExpressions;

namespace ThreatBoard.Kubernetes.Masking;

/// <summary>Tells by its name whether a value is a credential.</summary>
internal static class CredentialNames
{
    // Linear in the input, whatever a hostile name looks like.
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Certain = new(
        "pass(word|wd|phrase|code)|(^|[^a-z])(pass|pwd)([^a-z]|$)|secret|token|(api|access|account|encryption|signing|master|session|shared|private)[_.-]?key|credential|conn(ection)?[_.-]?str"
        + "|^authorization$|^x-api-key$|requirepass|masterauth|htpasswd|pgpass", Linear);

    private static readonly Regex Possible = new(
        "(^|[^a-z])(keys?|private|dsn|auth|creds?|salt|cookie|jwt|bearer|passcode|pin|signature|id_rsa|id_ed25519)([^a-z]|$)|pass|pwd|apikey|private", Linear);

    private static readonly Regex PossibleCamel = new("[a-z](Key|Auth|Dsn|Cert)s?$", Linear & ~RegexOptions.IgnoreCase);

    /// <summary>Names about a credential rather than of one, as long as the value fits.</summary>
    private static readonly Regex About = new(
        "(name|type|mode|strategy|issuer|algorithm|alg|header|policy|audience|enabled|required|user|username|host|port|ttl|expiry|expiration|expires|expiresin|timeout|seconds|minutes|hours|days|length|size|count|interval|age|min|max|rounds|id_?field)$", Linear);

    private static readonly Regex AboutValue = new("^[a-z0-9][a-z0-9 _.,-]{0,40}$", Linear);

    private static readonly Regex Duration = new("^([0-9]+(ms|[smhd]))+$", Linear);

    private static readonly Regex PathLike = new(@"^(/|\./|\.\./|~/|[a-z]:\\)[\w@%+.~\\/-]{1,200}$", Linear);

    private static readonly Regex Reference = new(@"^(\$\([\w.-]+\)|\$\{?[\w.-]+(:-)?\}?|\{\{.*\}\}|<[\w -]+>)$", Linear);

    private static readonly Regex PlainUrl = new(@"^[a-z][a-z0-9+.-]*://[^\s@?]*$", Linear);

    public static MaskReason Of(string name) =>
        name.Length > 300 || Certain.IsMatch(name) ? MaskReason.CredentialName
        : Possible.IsMatch(name) || PossibleCamel.IsMatch(name) ? MaskReason.PossibleCredential
        : MaskReason.None;

    /// <summary>The reason to mask this value under this name; none for references, paths, booleans and plain URLs.</summary>
    public static MaskReason Of(string name, string value)
    {
        var reason = Of(name);
        return reason == MaskReason.None || IsHarmless(name, value) ? MaskReason.None : reason;
    }

    public static bool IsHarmless(string name, string value) =>
        value.Length == 0
        || value.ToUpperInvariant() is "TRUE" or "FALSE" or "YES" or "NO" or "ON" or "OFF" or "0" or "1" or "NULL" or "NONE"
        || Duration.IsMatch(value)
        || Reference.IsMatch(value)
        || PlainUrl.IsMatch(value)
        || (PathLike.IsMatch(value) && !LooksRandom(value))
        || (About.IsMatch(name) && AboutValue.IsMatch(value) && !LooksRandom(value));

    /// <summary>A long run of mixed letters and digits without a separator, as keys are and file names are not.</summary>
    private static bool LooksRandom(string value)
    {
        foreach (var range in value.AsSpan().SplitAny("/\\._- "))
        {
            var part = value.AsSpan()[range];
            if (part.Length >= 20 && part.ContainsAnyInRange('0', '9') && part.ContainsAnyInRange('A', 'Z') && part.ContainsAnyInRange('a', 'z')) return true;
        }
        return false;
    }
}
