using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Coverage;

/// <summary>What to ask of an element for each category of STRIDE: a question that a room can answer.</summary>
public static class StridePrompts
{
    /// <summary>The question for a component of this kind; a general one where the category is not asked of it.</summary>
    public static string Of(ComponentKind kind, Stride category) => kind switch
    {
        ComponentKind.DataStore => OfStore(category),
        ComponentKind.ExternalEntity => OfOutsider(category),
        _ => OfProcess(category),
    };

    public static string OfFlow(Stride category) => category switch
    {
        Stride.Tampering => "Who stands on the way and could change, repeat or reorder what is sent?",
        Stride.InformationDisclosure => "Who could read what is sent here, in transit, in a proxy or in a log of it?",
        Stride.DenialOfService => "What happens when this is slow, cut or flooded, and who could bring that about?",
        _ => OfProcess(category),
    };

    private static string OfProcess(Stride category) => category switch
    {
        Stride.Spoofing => "Who could pretend to be this, or call it under somebody else's name?",
        Stride.Tampering => "Who could change its code, its image, its configuration or what it keeps in memory?",
        Stride.Repudiation => "What could somebody do here and deny afterwards, for want of a record that holds?",
        Stride.InformationDisclosure => "What does it know or say, in answers, errors and logs, that the wrong person could read?",
        Stride.DenialOfService => "What would make it stop or crawl: one large request, many small ones, a dependency that is away?",
        _ => "How could somebody do more with it than they may: another's data, its own rights, the machine below?",
    };

    private static string OfStore(Stride category) => category switch
    {
        Stride.Tampering => "Who could write here without going through the service that owns it, and would anybody notice?",
        Stride.Repudiation => "If something here were changed or read, who could show by whom?",
        Stride.InformationDisclosure => "Who can read all of it at once: backups, replicas, administrators, a stolen disk?",
        Stride.DenialOfService => "What fills it, locks it or loses it, and how long until it is back?",
        _ => OfProcess(category),
    };

    private static string OfOutsider(Stride category) => category switch
    {
        Stride.Spoofing => "How do we know that it is really them, every time, and what if their credentials are stolen?",
        Stride.Repudiation => "What could they claim never to have sent or received, and what would we show?",
        _ => OfProcess(category),
    };
}
