using System.Collections.Immutable;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Web.Tests.Importing;

public sealed class ImportDecisionsTests
{
    private static readonly Guid s_entity = Guid.Parse("0199aaaa-0000-7000-8000-000000000001");

    [Fact]
    public void What_was_decided_is_read_back_as_it_was_written()
    {
        var report = ReadingReport.Empty with
        {
            Files = 2,
            Objects = ImmutableSortedDictionary<string, int>.Empty.Add("Service", 3),
            Problems = [new(ProblemSeverity.Refused, "a.yaml", 2, 17, "Not YAML.", "Mend the indentation.")],
        };
        var decisions = ImportDecisions.None.Refusing("component/web").Declaring(new("boundary", "Pod/shop/api", s_entity)) with { SeenAt = 7, Report = report };

        var read = ImportDecisions.Read(decisions.Write());

        Assert.Equal(["component/web"], read.Refused);
        Assert.Equal([new SameAs("boundary", "Pod/shop/api", s_entity)], read.Same);
        Assert.Equal(7, read.SeenAt);
        Assert.Equal(report.Problems, read.Report.Problems);
        Assert.Equal(3, read.Report.ObjectCount);
        Assert.True(read.Report.LostSomething);
    }

    [Fact]
    public void An_empty_document_means_that_nothing_was_decided()
    {
        var read = ImportDecisions.Read("{}");

        Assert.Empty(read.Refused);
        Assert.Empty(read.Same);
        Assert.Equal(0, read.Report.ObjectCount);
    }

    [Fact]
    public void The_last_word_about_a_key_or_an_entity_holds()
    {
        var other = Guid.Parse("0199aaaa-0000-7000-8000-000000000002");

        var decisions = ImportDecisions.None
            .Declaring(new("boundary", "Pod/shop/api", s_entity))
            .Declaring(new("boundary", "Pod/shop/api", other))
            .Declaring(new("boundary", "Pod/shop/web", other));

        Assert.Equal([new SameAs("boundary", "Pod/shop/web", other)], decisions.Same);
    }

    [Fact]
    public void A_refusal_and_a_word_can_be_taken_back()
    {
        var word = new SameAs("boundary", "Pod/shop/api", s_entity);

        var decisions = ImportDecisions.None.Refusing("component/web").Declaring(word).Taking("component/web").Withdrawing(word);

        Assert.Empty(decisions.Refused);
        Assert.Empty(decisions.Same);
    }
}
