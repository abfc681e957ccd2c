using System.Text.RegularExpressions;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>A host that a text names, with what stands around it.</summary>
/// <param name="IsAlone">The host is the whole of a value whose name says that it is an address.</param>
internal sealed record Mention(string? Scheme, string Host, int? Port, bool IsAlone)
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex Hosts = new(
        @"((?<scheme>[a-z][a-z0-9+.-]*)://)?([^\s/@""'=,]*@)?\(?(?<host>[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*)(:(?<port>[0-9]{1,5}))?", Linear);

    private static readonly Regex Pairs = new(@"(?m)(?<name>[\w.-]+)[""']?[ \t]*[:=][ \t]*[""']?(?<host>[a-z0-9][a-z0-9.-]*)[""']?[;,]?[ \t]*\r?$", Linear);

    private static readonly Regex Address = new(
        "(hosts?|hostname|addr(ess)?(es)?|ur[li]s?|endpoints?|servers?|brokers?|upstreams?|backends?|nodes|seeds?|peers|service|svc)$", Linear);

    /// <summary>Whether a name such as <c>DB_HOST</c> or <c>--mysql-server</c> announces an address.</summary>
    public static bool IsAddressName(string name) => Address.IsMatch(name);

    public static IEnumerable<Mention> In(string text, string name)
    {
        var alone = IsAddressName(name) ? text.Trim() : null;
        foreach (Match match in Hosts.Matches(text))
        {
            var host = match.Groups["host"].Value;
            yield return new(
                match.Groups["scheme"] is { Success: true } scheme ? scheme.Value : null, host,
                int.TryParse(match.Groups["port"].ValueSpan, out var port) && port is > 0 and < 65_536 ? port : null, host == alone);
        }
        foreach (Match pair in Pairs.Matches(text))
            if (IsAddressName(pair.Groups["name"].Value)) yield return new(null, pair.Groups["host"].Value, null, IsAlone: true);
    }
}
