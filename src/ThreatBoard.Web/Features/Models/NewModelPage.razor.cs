using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Drafts;
using ThreatBoard.Data.Listing;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Models;

/// <summary>Makes an empty model and goes to its diagram.</summary>
public sealed partial class NewModelPage
{
    private const string Form = "new model";

    private readonly PressOnce _once = new();
    private DraftSheet? _drafts;
    private Draft? _draft;
    private string _name = "", _tags = "", _description = "";
    private string? _problem;
    private bool _making, _draftIsLost;
    private Guid? _workspace;

    [SupplyParameterFromQuery]
    public Guid? Workspace { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private WorkspaceModels Models { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private DraftDesk Drafts { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _workspace = Workspace;
        _drafts = await Drafts.OpenOwnAsync();
        // Not over what is typed already.
        if (_name.Length + _tags.Length + _description.Length == 0 && _drafts.FormOf<Written>(Form) is { } left) (_name, _tags, _description, _draft) = (left.Name, left.Tags, left.Description, _drafts.Of(Form));
    }

    private async Task KeepDraftAsync()
    {
        var isEmpty = _name.Length + _tags.Length + _description.Length == 0;
        if (_drafts is not null && isEmpty) await _drafts.DropAsync(Form);
        else if (_drafts is not null) _draftIsLost = !await _drafts.KeepFormAsync(Form, new Written(_name, _tags, _description));
    }

    private Task DiscardAsync()
    {
        (_name, _tags, _description, _draft, _draftIsLost) = ("", "", "", null, false);
        return _drafts?.DropAsync(Form) ?? Task.CompletedTask;
    }

    private async Task MakeAsync()
    {
        var tags = ModelEditor.TagsIn(_tags);
        _problem = ModelText.Name(_name) ?? ModelText.Description(_description) ?? Limits.OfTags(tags);
        // A second press may arrive before the button is drawn disabled.
        if (_problem is not null || _making)
            return;
        _making = true;
        if (await Access.ForWorkspaceAsync(_workspace, Right.Edit, CancellationToken.None) is not { } workspace)
        {
            (_problem, _making) = ("You may not make models here.", false);
            return;
        }

        var made = await Models.CreateAsync(workspace, _name, _description, tags, CancellationToken.None);
        _once.End();
        if (_drafts is not null) await _drafts.DropAsync(Form);
        Navigation.NavigateTo($"/models/{made.ModelId}/diagram");
    }

    private sealed record Written(string Name, string Tags, string Description);
}
