namespace ThreatBoard.Kubernetes.Masking;

/// <summary>The forms of credentials that are looked for in every text, the surest first.</summary>
internal static class CredentialPatterns
{
    private const string Name =
        "(?i)(?<name>[\\w.-]*(?:pass|pwd|secret|token|credential|authorization|(?:api|access|account|private|encrypt\\w*|sign\\w*|master|session|auth|shared)[_.-]?key|conn(?:ection)?[_.-]?str|jwt|dsn|cookie)[\\w.-]*)";

    private const string Value =
        "(?:\"(?<v1>[^\"\\n]+)\"|'(?<v2>[^'\\n]+)'|\\\\\"(?<v3>[^\"\\\\\\n]+)\\\\\"|[|>][+-]?[ \\t]*\\n[ \\t]+(?<v4>[^\\n]+)|(?<v5>[^\\s\"';&<>\\\\]+))";

    public static IReadOnlyList<CredentialPattern> All { get; } =
    [
        new(MaskReason.PrivateKey, "(?<v>-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----(?:[\\s\\S]*?-----END|[\\s\\S]*))"),
        new(MaskReason.UrlPassword,
            "[A-Za-z][A-Za-z0-9+.-]*://[^\\s:/@\"'<>]*:(?<v>[^\\s\"'<>/?#]+|[^\\s\"'<>/?#0-9][^\\s\"'<>]*|[0-9]+[^0-9\\s\"'<>/][^\\s\"'<>]*)@"),
        new(MaskReason.UrlPassword, "[A-Za-z][A-Za-z0-9+.-]*://(?<v>[A-Za-z0-9_-]{16,})@"),
        new(MaskReason.UrlPassword, "(?i)[\\w.-]+:(?<v>[^\\s@/:\"']+)@(?:tcp|unix|udp)?\\("),
        new(MaskReason.KnownToken, "hooks\\.slack\\.com/services/(?<v>[A-Za-z0-9/_-]+)"),
        new(MaskReason.KnownToken,
            "(?<v>(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,}|xox[a-z]-[A-Za-z0-9-]{8,}"
            + "|eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}\\.?[A-Za-z0-9_-]*|AIza[0-9A-Za-z_-]{30,}|[sr]k_(?:live|test)_[A-Za-z0-9]{10,}|sk-[A-Za-z0-9_-]{20,}"
            + "|npm_[A-Za-z0-9]{30,}|hf_[A-Za-z0-9]{30,}|SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}|ya29\\.[A-Za-z0-9_-]{20,})"),
        new(MaskReason.InText, "(?i)(?:bearer|basic)\\s+(?<v>[A-Za-z0-9+/._~=-]{8,})"),
        new(MaskReason.InText, Name + "(?:\\\\?[\"'])?[ \\t]*(?:=>|:=|=|:)[ \\t]*" + Value, named: true),
        new(MaskReason.InText, "(?i)<(?<name>[\\w:.-]*(?:password|passwd|secret|token)[\\w:.-]*)>(?<v>[^<\\s][^<]*)<", named: true),
        new(MaskReason.InText, "(?i)(?<name>requirepass|masterauth|masterpass|identified\\s+by|password|passwd)\\s+" + Value, named: true),
        new(MaskReason.Argument, "(?i)(?<name>--?[\\w-]*(?:pass(?:word|wd|phrase)?|secret|token|api-?key|access-?key))[ \\t]+" + Value, named: true),
        new(MaskReason.Argument, "(?i)(?:mysql|mariadb)[\\w-]*[^|;&\\n]*\\s-p(?<v>[^\\s\"']+|\"[^\"]+\"|'[^']+')"),
        new(MaskReason.Argument, "sshpass\\s+-p\\s*(?<v>[^\\s\"']+|\"[^\"]+\"|'[^']+')"),
        new(MaskReason.Argument, "redis-cli[^|;&\\n]*\\s-a\\s+(?<v>[^\\s\"']+|\"[^\"]+\"|'[^']+')"),
        new(MaskReason.Argument, "(?:curl|wget)[^|;&\\n]*\\s(?:-u|--user)[ =]?\\s*[\"']?[\\w.@-]+:(?<v>[^\\s\"']+)"),
    ];
}
