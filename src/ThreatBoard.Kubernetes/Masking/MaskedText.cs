using System.Buffers;

namespace ThreatBoard.Kubernetes.Masking;

/// <summary>A text whose credentials were replaced by the marker, and why; the rest (hosts, ports, switches) stays readable.</summary>
public readonly record struct MaskedText(string Text, MaskReason Reason)
{
    /// <summary>Stands where a credential stood.</summary>
    public const string Marker = "[masked]";

    /// <summary>Without one of these nothing can match, which spares most values the patterns.</summary>
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        ["pass", "pwd", "secret", "token", "key", "cred", "auth", "://", "-----BEGIN", "AKIA", "ASIA", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat", "glpat-",
         "xox", "eyJ", "AIza", "sk-", "sk_", "rk_", "npm_", "hf_", "SG.", "ya29", "hooks.slack", "@tcp(", "@unix(", "identified by", "bearer ", "basic ", "mysql", "maria", "curl", "wget", "redis-cli", "jwt", "dsn", "cookie"],
        StringComparison.OrdinalIgnoreCase);

    public static MaskedText Of(string text)
    {
        if (text.Length < 6 || text.AsSpan().IndexOfAny(Hints) < 0) return new(text, MaskReason.None);
        var reason = MaskReason.None;
        foreach (var pattern in CredentialPatterns.All)
            if (pattern.Apply(ref text) && reason == MaskReason.None) reason = pattern.Reason;
        return new(text, reason);
    }
}
