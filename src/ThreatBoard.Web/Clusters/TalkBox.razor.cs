using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Clusters;

/// <summary>May it talk, and why: asks the policies about two components, in both directions.</summary>
public sealed partial class TalkBox : IDisposable
{
    private const int MostOptions = 300;

    private readonly Leaving _leaving = new();
    private ImmutableArray<TalkAnswer> _answers = [];
    private List<(string Id, string Name)> _options = [];
    private (ModelContent Content, Guid? From, Guid? To)? _asked;
    private bool _failed, _isRead;
    private int _left;

    [Parameter, EditorRequired]
    public required Guid Model { get; set; }

    [Parameter, EditorRequired]
    public required ModelContent Content { get; set; }

    [Parameter]
    public Guid? From { get; set; }

    [Parameter]
    public Guid? To { get; set; }

    /// <summary>Somebody chose another pair.</summary>
    [Parameter]
    public EventCallback<(Guid? From, Guid? To)> OnChoose { get; set; }

    /// <summary>What to do as long as two are not chosen.</summary>
    [Parameter]
    public string Hint { get; set; } = "Choose two components to see what the policies say about them.";

    [Inject]
    private ModelClusters Clusters { get; set; } = null!;

    [Inject]
    private PersonAccess People { get; set; } = null!;

    private IEnumerable<(string Label, string? Chosen, EventCallback<ChangeEventArgs> Set)> Ends =>
    [
        ("From", From?.ToString(), EventCallback.Factory.Create<ChangeEventArgs>(this, change => OnChoose.InvokeAsync((IdOf(change), To)))),
        ("To", To?.ToString(), EventCallback.Factory.Create<ChangeEventArgs>(this, change => OnChoose.InvokeAsync((From, IdOf(change))))),
    ];

    public void Dispose() => _leaving.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (_asked == (Content, From, To)) return;
        _asked = (Content, From, To);
        try
        {
            await AskAsync();
        }
        catch (Exception broken) when (broken is DbException or InvalidDataException)
        {
            _failed = true;
        }
        catch (OperationCanceledException)
        {
            // The person has left.
        }
    }

    private static Guid? IdOf(ChangeEventArgs change) => Guid.TryParse((string?)change.Value, out var id) ? id : null;

    private async Task AskAsync()
    {
        var (content, from, to) = (Content, From, To);
        if (await People.ForAsync(Model, Right.Read, _leaving.Token) is not { } access) return;
        var answers = ImmutableArray.CreateBuilder<TalkAnswer>();
        var about = new List<Component>();
        foreach (var cluster in await Clusters.OfAsync(access, content, _leaving.Token))
        {
            var (can, told) = await cluster.AskAsync(content, look => (content.All<Component>().Where(component => MayTalk.IsAbout(look, component)).ToList(), Answers(look, from, to)), _leaving.Token);
            about.AddRange(can);
            answers.AddRange(told);
        }

        // Somebody chose others meanwhile; their answer comes.
        if (_asked != (content, from, to)) return;
        (_answers, _failed, _isRead) = (answers.ToImmutable(), false, true);
        Offer(content, [.. about.DistinctBy(component => component.Id)]);
    }

    private static List<TalkAnswer> Answers(ClusterLook look, Guid? from, Guid? to) =>
        from is { } one && to is { } other && one != other && look.Content.Find<Component>(one) is { } source && look.Content.Find<Component>(other) is { } target
            ? [.. new[] { MayTalk.Ask(look, source, target), MayTalk.Ask(look, target, source) }.OfType<TalkAnswer>()]
            : [];

    /// <summary>What is chosen is always among them, whatever stands for it.</summary>
    private void Offer(ModelContent content, List<Component> about)
    {
        var chosen = new[] { From, To }.OfType<Guid>().Select(id => content.Find<Component>(id)).OfType<Component>();
        var offered = about.OrderBy(component => component.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(component => component.Id).Take(MostOptions).Union(chosen).ToList();
        _options = [.. offered.Select(component => ($"{component.Id}", Named(content, component)))];
        _left = Math.Max(0, about.Count - offered.Count);
    }

    /// <summary>With the pod and namespace around it: several containers have the same name.</summary>
    public static string Named(ModelContent content, Component component)
    {
        var pod = content.Find(component.Tenancy);
        var around = content.Find(pod?.Tenancy);
        return pod is null ? component.Name : around is null ? $"{component.Name} ({pod.Name})" : $"{component.Name} ({around.Name} / {pod.Name})";
    }
}
