using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Listing;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Features.Models;

/// <summary>Name, tags and description of one model, edited in place.</summary>
public sealed partial class ModelEditor
{
    private DraftSheet? _drafts;

    [Parameter, EditorRequired]
    public required ModelSummary Model { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private WorkspaceModels Models { get; set; } = null!;

    [Inject]
    private DraftDesk Drafts { get; set; } = null!;

    /// <summary>Tags as people type them: commas between, blanks around ignored.</summary>
    public static ValueSet<string> TagsIn(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToValueSet();

    protected override async Task OnInitializedAsync() => _drafts = await Drafts.OpenAsync(Model.Id, EntityRef.WholeModel);

    private Task<string?> RenameAsync(string name) => KeepAsync(ModelText.Name(name), access => Models.RenameAsync(access, name, CancellationToken.None));

    private Task<string?> DescribeAsync(string text) => KeepAsync(ModelText.Description(text), access => Models.DescribeAsync(access, text, CancellationToken.None));

    private Task<string?> TagAsync(string text)
    {
        var tags = TagsIn(text);
        return KeepAsync(Limits.OfTags(tags), access => Models.TagAsync(access, tags, CancellationToken.None));
    }

    private async Task<string?> KeepAsync(string? problem, Func<ModelAccess, Task> keep)
    {
        if (problem is not null)
            return problem;
        if (await Access.ForAsync(Model.Id, Right.Edit, CancellationToken.None) is not { } access)
            return "You may not change this model.";
        await keep(access);
        await OnChanged.InvokeAsync();
        return null;
    }
}
