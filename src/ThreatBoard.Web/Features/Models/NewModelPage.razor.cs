using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Listing;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Models;

/// <summary>Makes an empty model and goes to its diagram.</summary>
public sealed partial class NewModelPage
{
    private readonly PressOnce _once = new();
    private string _name = "", _tags = "", _description = "";
    private string? _problem;
    private bool _making;
    private Guid? _workspace;

    [SupplyParameterFromQuery]
    public Guid? Workspace { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private WorkspaceModels Models { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override void OnInitialized() => _workspace = Workspace;

    private async Task MakeAsync()
    {
        var tags = ModelEditor.TagsIn(_tags);
        _problem = ModelText.Name(_name) ?? ModelText.Description(_description) ?? Limits.OfTags(tags);
        // A second press may arrive before the button is drawn disabled.
        if (_problem is not null || _making)
            return;
        _making = true;
        if (await Access.ForWorkspaceAsync(_workspace, Right.Edit, CancellationToken.None) is { } workspace)
            Navigation.NavigateTo($"/models/{(await Models.CreateAsync(workspace, _name, _description, tags, CancellationToken.None)).ModelId}/diagram");
        else
            (_problem, _making) = ("You may not make models here.", false);
    }
}
