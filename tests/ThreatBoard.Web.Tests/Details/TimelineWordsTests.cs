using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Details;

namespace ThreatBoard.Web.Tests.Details;

public sealed class TimelineWordsTests
{
    private static readonly Threat s_threat = Some.Threat();
    private static readonly Threat s_duplicate = Some.Threat(title: "the same");
    private static readonly Mitigation s_tls = Some.Mitigation();
    private static readonly Acceptance s_asked = new() { Id = Some.Id<Acceptance>(), Threat = s_threat.Id, Terms = new("cheap", "", new(2027, 1, 31)), Requested = new(Guid.Empty, "Grace", default) };
    private static readonly ModelContent s_content = ModelContent.Empty.With([s_threat, s_duplicate]).With(s_tls);

    public static TheoryData<string, Change, Setter> Lines => new()
    {
        { "wrote it down", Change.Add(s_threat), Setter.Person },
        { "ran the rules, which found it", Change.Add(s_threat), Setter.Rule },
        { "ran the rules, which changed their answer", Change.Of(s_threat, s_threat with { Verdict = new(Answer.NotFound, "gone") }), Setter.Rule },
        { "merged “the same” into it", Change.Of(s_duplicate, s_duplicate with { MergedInto = s_threat.Id }), Setter.Person },
        { "changed it (its duplicate “the same”)", Change.Of(s_duplicate, s_duplicate with { Due = new(2027, 1, 1) }), Setter.Person },
        { "linked “Encrypt it”", Change.Add(Some.Link(s_tls, s_threat)), Setter.Person },
        { "unlinked “Encrypt it”", Change.Remove(Some.Link(s_tls, s_threat)), Setter.Person },
        { "changed “Encrypt it”", Change.Of(s_tls, s_tls with { Status = MitigationStatus.Planned }), Setter.Person },
        { "said: look here", Change.Add(Some.Unsigned(EntityRef.To(s_threat), "look here")), Setter.Person },
        { "asked that the risk be carried until 31 Jan 2027", Change.Add(s_asked), Setter.Step },
        { "approved the acceptance, alone: fine", Change.Of(s_asked, s_asked with { Decision = new(true, Guid.Empty, "Ada", default, "fine", IsAlone: true) }), Setter.Step },
        { "wrote down that the acceptance has expired", Change.Of(s_asked, s_asked with { Ending = new(AcceptanceEnd.Expired, Guid.Empty, "the calendar", default, "") }), Setter.Step },
    };

    [Theory]
    [MemberData(nameof(Lines), DisableDiscoveryEnumeration = true)]
    public void What_happened_is_told_in_words(string words, Change change, Setter by) =>
        Assert.Equal(words, Assert.Single(new TimelineWords(s_content, EntityRef.To(s_threat)).Of(new(Entry(by), [change]))).What);

    [Fact]
    public void A_change_tells_its_fields_before_and_after()
    {
        var line = Assert.Single(new TimelineWords(s_content, EntityRef.To(s_threat)).Of(new(Entry(Setter.Person), [Change.Of(s_tls, s_tls with { Status = MitigationStatus.Planned })])));
        Assert.Equal(new("status", "proposed", "planned"), Assert.Single(line.Fields));
    }

    private static JournalEntryRow Entry(Setter by) => new()
    {
        ModelId = Guid.Empty, Number = 1, Operation = Guid.Empty, OperationDigest = [], Kind = by is Setter.Step ? EntryKind.Step : EntryKind.Edit, By = by, AuthorId = Guid.Empty,
        Author = "Ada", At = default, Reason = "", Summary = "", Changes = 1, BodyDigest = [], Hash = [],
    };
}
