using Microsoft.AspNetCore.Components;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Importing;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Sources;

/// <summary>A reading that waits: what it would change, item by item, until it is accepted or discarded.</summary>
public sealed partial class ChangeSetPage : IDisposable
{
    private readonly PressOnce _once = new();
    private readonly Leaving _leaving = new();
    private WaitingImport? _waiting;
    private ChangeSet? _set;
    private AcceptedImport? _accepted;
    private string? _failure, _modelName;
    private bool _loading = true, _busy, _moved, _discarding;

    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public Guid Source { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private WaitingImports Imports { get; set; } = null!;

    [Inject]
    private AcceptImport Accept { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private string Title => _waiting is { } waiting ? $"Changes from {waiting.Import.SourceName}" : "Change set";

    private string? Lead => _waiting is { Import: var import } ? $"{import.Cluster}{(import.Environment.Length > 0 ? $" · {import.Environment}" : "")} · read by {import.CreatedBy}" : null;

    private static string TakeWord(ChangeSet set) => set.TakenCount switch
    {
        0 => "Remember this reading",
        1 => "Take 1 change",
        var taken => $"Take {taken} changes",
    };

    private static string Outcome(AcceptedImport done) =>
        $"The rules have run: {done.NewThreats} threats are new, {done.GoneThreats} are resolved or gone. Assessments, owners, comments and positions are as they were.";

    private string? ThreatLink(Threat threat) =>
        _set!.Now.Find<Threat>(threat.Id.Value) is null ? null : $"/models/{Id}/threats?open=threat:{threat.Id}";

    private async Task LoadAsync()
    {
        (_loading, _failure) = (_set is null, null);
        if (await Access.ForAsync(Id, Right.Read, _leaving.Token) is { } access)
        {
            _waiting = await Imports.FindAsync(access, Source, _leaving.Token);
            (_set, _moved, _modelName) = (_waiting?.Set, _waiting?.HasMoved ?? false, _waiting?.ModelName ?? _modelName);
            Frame.ModelName = _modelName ?? Frame.ModelName;
        }

        _loading = false;
    }

    private Task RefuseAsync(string item) => DecideAsync(decisions => decisions.Refusing(item));

    private Task TakeAsync(string item) => DecideAsync(decisions => decisions.Taking(item));

    private Task DeclareAsync(SameAs word) => DecideAsync(decisions => decisions.Declaring(word));

    private Task WithdrawAsync(SameAs word) => DecideAsync(decisions => decisions.Withdrawing(word));

    private async Task DecideAsync(Func<ImportDecisions, ImportDecisions> decide)
    {
        if (_waiting is not { } waiting || await Access.ForAsync(Id, Right.Edit, _leaving.Token) is not { } access) return;
        await Imports.DecideAsync(access, waiting.Import, decide(waiting.Set.Decisions), _leaving.Token);
        await LoadAsync();
    }

    private async Task AcceptAsync()
    {
        if (_busy || _waiting is not { } waiting || await Access.ForAsync(Id, Right.Edit, _leaving.Token) is not { } access) return;
        _busy = true;
        var accepted = await Accept.RunAsync(access, waiting, _leaving.Token);
        (_accepted, _failure, _busy) = (accepted.Problem is null ? accepted : null, accepted.Problem, false);
    }

    private async Task DiscardAsync()
    {
        if (_waiting is not { } waiting || await Access.ForAsync(Id, Right.Edit, _leaving.Token) is not { } access) return;
        await Imports.DiscardAsync(access, waiting.Import, _leaving.Token);
        Navigation.NavigateTo($"/models/{Id}/sources");
    }
}
