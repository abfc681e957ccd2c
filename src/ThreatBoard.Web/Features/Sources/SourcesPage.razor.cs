using Microsoft.AspNetCore.Components;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Samples;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Importing;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Sources;

/// <summary>The sources of a model: what each brought, what waits, and importing again.</summary>
public sealed partial class SourcesPage : IDisposable
{
    private readonly PressOnce _once = new();
    private readonly Leaving _leaving = new();
    private SourceList? _list;
    private bool _missing, _busy;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private SourcesQuery Query { get; set; } = null!;

    [Inject]
    private StoreReading Store { get; set; } = null!;

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
            Frame.ModelName = _list.ModelName;
        }
        else
        {
            _missing = true;
        }
    }

    private async Task ImportHardenedAsync()
    {
        if (_busy || await Access.ForAsync(Id, Right.Edit, _leaving.Token) is not { } access) return;
        _busy = true;
        var source = new SourceText(Sample.Source.Name, Sample.Source.Cluster, Sample.Source.Environment);
        var import = await Store.RunAsync(access, source, ManifestReader.Read(Sample.Hardened), _leaving.Token);
        Navigation.NavigateTo($"/models/{Id}/sources/{import.SourceId}/changes");
    }
}
