using System.Text;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Web.Ui;

/// <summary>What the values of the domain's lists are called on screen.</summary>
public static class EnumWords
{
    public static string Word(this Stride category) => category switch
    {
        Stride.InformationDisclosure => "Information disclosure",
        Stride.DenialOfService => "Denial of service",
        Stride.ElevationOfPrivilege => "Elevation of privilege",
        _ => category.ToString(),
    };

    public static string Word(this ThreatStatus status) => status is ThreatStatus.ResolvedByChange ? "Resolved by change" : Spaced(status.ToString());

    public static string Word(this ThreatSource source) => Spaced(source.ToString());

    public static string Word(this TreatmentKind kind) => kind switch
    {
        TreatmentKind.Undecided => "Not decided",
        _ => Spaced(kind.ToString()),
    };

    public static string Word(this Encryption encryption) => encryption switch
    {
        Encryption.Tls => "TLS",
        Encryption.MutualTls => "Mutual TLS",
        _ => encryption.ToString(),
    };

    public static string Word(this Authentication authentication) => authentication switch
    {
        Authentication.OAuth => "OAuth",
        Authentication.MutualTls => "Mutual TLS",
        _ => authentication.ToString(),
    };

    /// <summary>A name of code as words: <c>DataStore</c> becomes “Data store”.</summary>
    public static string Word(Enum value) => value switch
    {
        Encryption encryption => encryption.Word(),
        Authentication authentication => authentication.Word(),
        Stride category => category.Word(),
        TreatmentKind kind => kind.Word(),
        ThreatStatus status => status.Word(),
        TlsEnd.Receiver => "At the receiver",
        TlsEnd.Proxy => "At a proxy",
        TlsEnd.Ingress => "At the ingress",
        TlsEnd.LoadBalancer => "At the load balancer",
        _ => Spaced(value.ToString()),
    };

    internal static string Spaced(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && words.Length > 0) words.Append(' ').Append(char.ToLowerInvariant(c));
            else words.Append(c);
        }

        return words.ToString();
    }
}
