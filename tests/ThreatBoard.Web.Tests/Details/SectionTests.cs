using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Details;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Tests.Details;

public sealed class SectionTests : BunitContext
{
    private readonly Component _web = Some.Component("web");
    private readonly Threat _threat;
    private readonly DetailDoor _door;

    public SectionTests()
    {
        Services.AddSingleton<TimeProvider>(new TestClock());
        Services.AddScoped<AddressBar>();
        _threat = Some.Finding(EntityRef.To(_web)) with { Suggested = new(3, 4) };
        _door = new(ModelContent.Empty.With(_web).With(_threat));
    }

    private Threat Saved => _door.Content.Find<Threat>(_threat.Id.Value)!;

    [Fact]
    public void A_new_mitigation_is_linked_and_decides_to_mitigate_in_one_edit()
    {
        var section = Within<ThreatMitigations>(_threat, set => set.Add(s => s.Threat, _threat).Add(s => s.State, ThreatState.Of(_threat, [])));
        Button(section, "New mitigation").Click();
        section.Find("form textarea").Input("Encrypt it");
        section.Find("form input[type=date]").Change("2027-01-31");
        section.Find("form").Submit();
        var (link, mitigation) = Assert.Single(_door.Content.MitigationsOf(_threat.Id));
        Assert.Equal(("Encrypt it", new DateOnly(2027, 1, 31), Effect.Usual, TreatmentKind.Mitigate), (mitigation.Title, mitigation.Due, link.Effect, Saved.Treatment.Kind));
    }

    [Fact]
    public void A_required_control_that_is_absent_is_marked_in_words()
    {
        var boundary = Some.Boundary();
        _door.Content = _door.Content.With(boundary).With(Some.Control(EntityRef.To(boundary), "Quotas") with { Demand = ControlDemand.Required, State = new(ControlPresence.Absent, "no ResourceQuota") });
        var section = Within<ControlsSection>(boundary, _ => { });
        Assert.Contains("✗ missing", section.Find(".control.missing").TextContent, StringComparison.Ordinal);
        section.Find("select[aria-label='Quotas: is it there?']").Change("Present");
        Assert.Equal(new ControlState(ControlPresence.Present, "no ResourceQuota"), Assert.Single(_door.Content.All<Control>()).State);
    }

    private IRenderedComponent<TSection> Within<TSection>(IEntity entity, Action<ComponentParameterCollectionBuilder<TSection>> parameters)
        where TSection : IComponent =>
        Render<TSection>(set =>
        {
            set.AddCascadingValue(entity is Boundary boundary ? _door.ScopeOf(boundary) : _door.ScopeOf((Threat)entity));
            parameters(set);
        });

    private static AngleSharp.Dom.IElement Button<TSection>(IRenderedComponent<TSection> section, string words)
        where TSection : IComponent => section.FindAll("button").First(button => button.TextContent.Trim() == words);
}
