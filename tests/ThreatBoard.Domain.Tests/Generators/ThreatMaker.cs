using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Domain.Tests.Generators;

/// <summary>Adds threats, mitigations, links and comments to a model.</summary>
internal sealed class ThreatMaker(Dice dice)
{
    public ModelContent Onto(ModelContent content, IReadOnlyList<Actor> actors, int size)
    {
        var subjects = Subjects(content).ToList();
        var threats = Many(size, () => Threat(dice.OneOf(subjects), dice.Maybe(actors)));
        var mitigations = Many(size / 3, Mitigation);
        var pairs = from threat in threats from mitigation in mitigations select (threat, mitigation);
        var links = dice.Some(pairs.ToList(), size / 2).Select(pair => new MitigationLink
        {
            Id = new(dice.Id()), Mitigation = pair.mitigation.Id, Threat = pair.threat.Id, Effect = new(dice.UpTo(4), dice.UpTo(4)),
        });
        var comments = dice.Some(threats, 2).Select(threat => new Comment
        {
            Id = new(dice.Id()), On = EntityRef.To(threat), Author = dice.Word(), At = DateTimeOffset.UnixEpoch.AddMicroseconds(dice.UpTo(2_000_000_000)), Text = dice.Word(),
        });
        return content.With(threats).With(mitigations).With<MitigationLink>([.. links]).With<Comment>([.. comments]);
    }

    private static IEnumerable<EntityRef> Subjects(ModelContent content) =>
    [
        EntityRef.WholeModel, .. content.All<Component>().Select(EntityRef.To), .. content.All<Flow>().Select(EntityRef.To),
        .. content.All<Boundary>().Select(EntityRef.To), .. content.All<Asset>().Select(EntityRef.To),
    ];

    private Threat Threat(EntityRef subject, Actor? actor)
    {
        var threat = new Threat { Id = new(dice.Id()), Title = dice.Word(), Subject = ThreatSubject.Of(subject), Actor = actor?.Id, Category = dice.Value<Stride>() };
        threat = dice.Chance(60) ? Found(threat) : threat with { CameFrom = ThreatSource.Workshop, Evidence = [new(dice.Word(), "", "")] };
        return dice.Chance(50) ? Decided(threat) : threat;
    }

    private Threat Found(Threat threat) => threat with
    {
        CameFrom = ThreatSource.Rule,
        Finding = new($"RULE-{dice.UpTo(9):000}", [threat.Subject.Ref.Id], dice.Id().ToString()),
        Verdict = new(dice.Value<Answer>(), dice.Text()),
        Suggested = new(1 + dice.UpTo(4), 1 + dice.UpTo(4)),
        Description = dice.Text(),
    };

    private Threat Decided(Threat threat) => threat with
    {
        Assessment = dice.Chance(50) ? null : new(1 + dice.UpTo(4), 1 + dice.UpTo(4), dice.Text(), dice.Value<AssessmentSource>(), dice.Text()),
        Treatment = dice.Chance(20) ? new(TreatmentKind.Transfer, dice.Word(), dice.Text()) : new(dice.Value<TreatmentKind>(), dice.Word()),
        Priority = dice.Chance(70) ? null : new(dice.Value<Priority>(), dice.Word()),
        Owner = SomeOwner(),
        Due = dice.Day(),
        Tags = [dice.Tag()],
    };

    private Mitigation Mitigation() => new()
    {
        Id = new(dice.Id()),
        Title = dice.Word(),
        Description = dice.Text(),
        Status = dice.Value<MitigationStatus>(),
        Owner = SomeOwner(),
        Due = dice.Day(),
        Ticket = dice.Chance(50) ? "" : $"https://tickets.example.org/{dice.UpTo(99)}",
        Evidence = dice.Chance(50) ? MitigationEvidence.None : new(dice.Text(), "https://example.org/proof"),
        Implemented = dice.Chance(70) ? null : new(dice.Id(), dice.Word(), DateTimeOffset.UnixEpoch),
        Tags = [dice.Tag()],
    };

    private Owner SomeOwner() => dice.UpTo(3) switch
    {
        0 => Owner.Nobody,
        1 => Owner.Person(dice.Id(), dice.Word()),
        2 => Owner.Team(dice.Id(), dice.Word()),
        _ => Owner.Named(dice.Word()),
    };

    private List<T> Many<T>(int most, Func<T> make) => [.. Enumerable.Range(0, Math.Max(1, dice.UpTo(most))).Select(_ => make())];
}
