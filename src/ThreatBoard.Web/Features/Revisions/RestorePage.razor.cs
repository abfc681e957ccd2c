using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Drafts;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Comparing;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>Restores a revision, or single entities of it: what changes and what is refused is shown first, and the door does exactly that or nothing.</summary>
public sealed partial class RestorePage : IDisposable
{
    private const int MostChosen = 100;
    private const int MostShown = 100;

    private readonly PressOnce _once = new();
    private readonly Leaving _leaving = new();
    private RestoreState? _state;
    private Outcome.Applied? _done;
    private OperationId _operation;
    private DraftSheet? _drafts;
    private Draft? _draft;
    private string _reason = "";
    private string? _failure, _problem;

    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public int Number { get; set; }

    /// <summary>What alone is to come back, as <c>kind:guid</c>, separated by commas.</summary>
    [SupplyParameterFromQuery]
    public string? Only { get; set; }

    [Inject]
    private RestoreQuery Query { get; set; } = null!;

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private DraftDesk Drafts { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    private string Title => Only is null ? $"Restore revision {Number}" : $"Restore from revision {Number}";

    private string Form => $"restore {Number}";

    public void Dispose() => _leaving.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (_done is not null) return;
        await ReadAsync();
        if (_state is null || _drafts is not null) return;
        _drafts = await Drafts.OpenAsync(Id, EntityRef.WholeModel);
        _draft = _drafts.Of(Form);
        _reason = _draft?.Text ?? "";
    }

    private static string Words(IEnumerable<ComparedEntity> changes) =>
        ChangeTally.Of(changes) is var tally ? $"+ {tally.Added} come back, − {tally.Removed} go, ~ {tally.Changed} change." : "";

    private async Task ReadAsync()
    {
        try
        {
            if (await Access.ForAsync(Id, Right.Read, _leaving.Token) is { } access) _state = await Query.RunAsync(access, Number, Chosen(), _leaving.Token);
            _failure = _state is null ? "There is no such revision." : null;
            Frame.ModelName = _state?.ModelName ?? Frame.ModelName;
            // Another plan is another operation; the same one pressed again after a lost answer is not.
            _operation = Query.NewOperation();
        }
        catch (DamagedRevisionException damaged)
        {
            _failure = damaged.Message;
        }
    }

    private List<EntityRef>? Chosen() => Only is null ? null :
        [.. Only.Split(',').Select(text => EntityRef.TryParse(text, out var entity) ? entity : (EntityRef?)null).OfType<EntityRef>().Distinct().Take(MostChosen)];

    private string AddressOf(IEnumerable<EntityRef> only) => $"/models/{Id}/revisions/{Number}/restore?only={string.Join(',', only)}";

    private string With(EntityRef entity) => AddressOf([.. _state!.Only ?? [], entity]);

    private string Without(EntityRef entity) => AddressOf(_state!.Only!.Where(one => one != entity));

    private async Task RestoreAsync()
    {
        if (_state is not { } state || _done is not null) return;
        if (string.IsNullOrWhiteSpace(_reason))
        {
            _problem = "Say why: the journal keeps it.";
            return;
        }

        if (await Access.ForAsync(Id, Right.Edit, _leaving.Token) is not { } access)
        {
            _problem = "You may look at this model, but not change it.";
            return;
        }

        var outcome = await Query.RestoreAsync(access, state, _reason.Trim(), _operation, _leaving.Token);
        (_done, _problem) = (outcome as Outcome.Applied, Refusals.Why(outcome));
        if (_done is not null) await DropDraftAsync();
        else await ReadAsync();
    }

    private Task KeepDraftAsync() => _drafts?.KeepAsync(Form, _reason, "") ?? Task.CompletedTask;

    private Task DropDraftAsync()
    {
        (_reason, _draft) = ("", null);
        return _drafts?.DropAsync(Form) ?? Task.CompletedTask;
    }
}
