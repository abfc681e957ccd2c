using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Domain.Controls;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Features.Controls;

/// <summary>The open questions of a model about its required controls, answered where they stand.</summary>
public sealed partial class QuestionsPage : IDisposable
{
    private const int Most = 100;

    private OpenModel? _model;
    private DraftSheet? _drafts;
    private ImmutableArray<ControlQuestion> _questions = [];
    private Guid _loaded;
    private bool _failed, _isMissing;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private ModelDesk Desk { get; set; } = null!;

    [Inject]
    private DraftDesk Drafts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private AddressBar Address { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    private IEnumerable<IGrouping<EntityRef, ControlQuestion>> Elements => _questions.GroupBy(question => question.Control.Of);

    public void Dispose() => _model?.Dispose();

    protected override Task OnParametersSetAsync() => _loaded == Id ? Task.CompletedTask : LoadAsync();

    private async Task LoadAsync()
    {
        _loaded = Id;
        (_failed, _isMissing) = (false, false);
        _model?.Dispose();
        try
        {
            var drafts = Drafts.OpenAsync(Id, EntityRef.WholeModel);
            _model = await Desk.OpenAsync(Id, OnMoved);
            _drafts = await drafts;
        }
        catch (DbException)
        {
            _failed = true;
            return;
        }

        _isMissing = _model is null;
        Frame.ModelName = _model?.Name;
        Read();
    }

    private void OnMoved() => _ = InvokeAsync(() =>
    {
        Read();
        StateHasChanged();
    });

    private void Read() => _questions = _model is { } open ? ControlQuestion.In(open.Content) : [];
}
