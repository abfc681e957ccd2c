using Microsoft.AspNetCore.Components;
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

/// <summary>The revisions of a model: listed, verified, published, and chosen to be compared.</summary>
public sealed partial class RevisionsPage : IDisposable
{
    private readonly PressOnce _once = new();
    private const int LongestOption = 48;
    private const string Form = "publish";

    private readonly Leaving _leaving = new();
    private RevisionList? _list;
    private ComparedRevisions? _since;
    private DraftSheet? _drafts;
    private Draft? _draft;
    private string _message = "";
    private string? _problem;
    private int _from, _to;
    private bool _missing, _busy;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The form is open.</summary>
    [SupplyParameterFromQuery]
    public bool Publish { get; set; }

    /// <summary>The revision whose comments are shown.</summary>
    [SupplyParameterFromQuery]
    public int? Comments { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private RevisionsQuery Query { get; set; } = null!;

    [Inject]
    private ComparisonQuery Comparisons { get; set; } = null!;

    [Inject]
    private PublishRevision Publication { get; set; } = null!;

    [Inject]
    private DraftDesk Drafts { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (await Access.ForAsync(Id, Right.Read, _leaving.Token) is { } access)
        {
            _list = await Query.RunAsync(access, _leaving.Token);
            if (_drafts is null) await OpenDraftAsync();
            Frame.ModelName = _list.ModelName;
            _from = _list.Rows.Count > 1 ? _list.Rows[1].Number : 0;
            _to = _list.Rows.Count > 1 ? _list.Rows[0].Number : 0;
            await CompareSinceAsync(access);
        }
        else
        {
            _missing = true;
        }
    }

    /// <summary>After the list is there: of a large model it takes a moment.</summary>
    private async Task CompareSinceAsync(ModelAccess access)
    {
        if (_list is not { HasChanged: true, Damage: null, Rows: [var newest, ..] }) return;
        StateHasChanged();
        _since = await Comparisons.RunAsync(access, new(newest.Number, null), _leaving.Token);
    }

    private static string Option(RevisionSummary row) =>
        $"{row.Number}: {(row.Message.Length > LongestOption ? $"{row.Message[..LongestOption]}…" : row.Message)}";

    private async Task PublishAsync()
    {
        if (_busy || await Access.ForAsync(Id, Right.Publish, _leaving.Token) is not { } access) return;
        (_busy, _problem) = (true, null);
        var (number, problem) = await Publication.RunAsync(access, _message, _leaving.Token);
        (_busy, _problem) = (false, problem);
        if (number is null) return;
        await DropDraftAsync();
        Navigation.NavigateTo($"/models/{Id}/revisions");
    }

    private async Task OpenDraftAsync()
    {
        _drafts = await Drafts.OpenAsync(Id, EntityRef.WholeModel);
        _draft = _drafts.Of(Form);
        _message = _draft?.Text ?? "";
    }

    private Task KeepDraftAsync() => _drafts?.KeepAsync(Form, _message, "") ?? Task.CompletedTask;

    private Task DropDraftAsync()
    {
        (_message, _draft) = ("", null);
        return _drafts?.DropAsync(Form) ?? Task.CompletedTask;
    }

    private void Compare() => Navigation.NavigateTo($"/models/{Id}/revisions/{new RevisionRange(_from, _to == 0 ? null : _to)}");
}
