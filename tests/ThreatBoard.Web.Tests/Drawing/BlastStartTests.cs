using AngleSharp.Dom;
using Bunit;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Web.Clusters;
using ThreatBoard.Web.Features.Diagram.Overlays;
using ThreatBoard.Web.Features.Kubernetes;
using ThreatBoard.Web.Tests.Kubernetes;

namespace ThreatBoard.Web.Tests.Drawing;

/// <summary>From where a blast radius may be asked: the internet, components, actors, and service accounts, which no picture draws.</summary>
public sealed class BlastStartTests : BunitContext
{
    private const string Pods = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop, labels: {app: web}}
        spec: {serviceAccountName: plain, automountServiceAccountToken: false, containers: [{name: web, image: nginx, ports: [{containerPort: 80}]}]}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: all}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
        subjects: [{kind: ServiceAccount, name: robot, namespace: shop}]
        """;

    private static readonly AccountStart s_robot = new("prod", "shop", "robot");
    private static readonly OverlayChoice s_internet = OverlayChoice.Parse("reach", null, null, null)!;

    [Fact]
    public void A_service_account_stands_in_the_address()
    {
        var choice = s_internet.Starting(null, s_robot);

        Assert.Equal("ServiceAccount/shop/robot@prod", OverlayChoice.Address(choice)["from"]);
        Assert.Equal(choice, OverlayChoice.Parse("reach", "ServiceAccount/shop/robot@prod", null, null));
        Assert.All(["ServiceAccount/", "ServiceAccount/shop", "ServiceAccount/shop/robot", "ServiceAccount/sh@op/robot", "Secret/shop/x@prod"], text => Assert.Null(AccountStart.Parse(text)));
        Assert.Null(OverlayChoice.Parse("talk", $"{s_robot}", null, null)!.Account);
        Assert.Equal((null, true), (choice.Chosen([EntityRef.To(Shop.Next<Component>(1))]).Account, choice.Starting(null).IsOfInternet));
    }

    [Fact]
    public async Task From_a_service_account_what_its_token_opens_is_reached()
    {
        var model = ReadModel.Of(Pods);

        var sum = await model.AskAsync(look => Blast.Of(look, s_internet.Starting(null, s_robot)));

        Assert.Contains(sum!.Assets, gain => gain.Name == "control of the API server");
        Assert.Contains($"{model.Container("web").Id}", sum.Overlay.Lit!);
    }

    [Fact]
    public async Task Who_can_become_a_service_account_is_told_too()
    {
        var sum = await ReadModel.Of(Pods.Replace("automountServiceAccountToken: false, ", "", StringComparison.Ordinal).Replace("plain", "robot", StringComparison.Ordinal))
            .AskAsync(look => Blast.Of(look, s_internet.Starting(null, s_robot) with { IsBackwards = true }));

        Assert.Contains(sum!.Gains, gain => gain.Name == "container web of shop/web");
    }

    [Fact]
    public async Task An_account_without_rights_reaches_nothing_and_one_that_was_not_read_has_no_answer()
    {
        var model = ReadModel.Of(Pods);

        Assert.Equal(0, (await model.AskAsync(look => Blast.Of(look, s_internet.Starting(null, s_robot with { Name = "plain" }))))!.Total);
        Assert.Null(await model.AskAsync(look => Blast.Of(look, s_internet.Starting(null, s_robot with { Name = "gone" }))));
        Assert.Null(await model.AskAsync(look => Blast.Of(look, s_internet.Starting(null, s_robot with { Cluster = "other" }))));
    }

    [Fact]
    public async Task An_actor_starts_where_the_model_says()
    {
        var (inside, outside) = (new Actor { Id = new(Guid.CreateVersion7()), Name = "Insider" }, new Actor { Id = new(Guid.CreateVersion7()), Name = "Outsider", Kind = ActorKind.ExternalAttacker });
        var model = new ReadModel([Upload.Pasted(Pods)], content => content.With(inside with { StartsAt = content.All<Component>().First(one => one.Origins.Any(origin => origin.Key.Contains("/web#", StringComparison.Ordinal))).Id }).With(outside));

        var from = await model.AskAsync(look => (Blast.Of(look, s_internet.Starting(EntityRef.To(inside)))!, Blast.Of(look, s_internet.Starting(EntityRef.To(outside)))!, Blast.Of(look, s_internet)!));

        Assert.Equal([$"{model.Container("web").Id}"], from.Item1.Overlay.Starts);
        Assert.Equal(from.Item3.Gains, from.Item2.Gains);
    }

    [Fact]
    public async Task The_list_has_every_service_account_and_choosing_one_asks_about_it()
    {
        var model = ReadModel.Of(Pods);
        OverlayChoice? chosen = null;
        var accounts = await model.AskAsync(AccountStart.All);
        var list = Render<BlastStart>(set => set.Add(s => s.Content, model.Content).Add(s => s.Choice, s_internet).Add(s => s.Accounts, accounts).Add(s => s.OnChoose, choice => chosen = choice));

        Assert.Equal(["shop/plain", "shop/robot"], list.FindAll("optgroup[label='Service accounts of prod'] option").Select(option => option.TextContent));
        list.Find("select").Change($"{s_robot}");
        Assert.Equal(s_robot, chosen!.Account);
        list.Find("select").Change($"{EntityRef.To(model.Container("web"))}");
        Assert.Equal((EntityRef.To(model.Container("web")), null), (chosen.From!.Value, chosen.Account));
        list.Find("select").Change("");
        Assert.True(chosen.IsOfInternet);
    }

    [Fact]
    public async Task The_table_of_service_accounts_leads_there()
    {
        var (rows, id) = (await ReadModel.Of(Pods).AskAsync(AccountRow.All), Guid.CreateVersion7());

        var table = Render<AccountTable>(set => set.Add(t => t.Model, id).Add(t => t.Rows, rows));

        Assert.Equal($"/models/{id}/diagram?overlay=reach&from=ServiceAccount%2Fshop%2Frobot%40prod", table.Find("a[aria-label='Blast radius of shop/robot']").GetAttribute("href"));
    }
}
