using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Provenance;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Details;

/// <summary>Says where an entity comes from, and looks up the places once for each entity and snapshot.</summary>
public sealed partial class OriginsLine : IDisposable
{
    private readonly Leaving _leaving = new();
    private ImmutableArray<ObjectPlace> _places = [];
    private string _shown = "";
    private bool _failed;

    [CascadingParameter]
    public required DetailScope Scope { get; set; }

    [Parameter, EditorRequired]
    public required ValueSet<Origin> Origins { get; set; }

    /// <summary>What else says that it is there.</summary>
    [Parameter]
    public ValueList<Evidence> Evidence { get; set; } = [];

    [Inject]
    private OriginPlaces Places { get; set; } = null!;

    public void Dispose() => _leaving.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        var asked = $"{Scope.Self} {string.Join(' ', Origins.Select(origin => $"{origin} {Scope.Content.Find<Source>(origin.Source.Value)?.Snapshot}"))}";
        if (asked == _shown || Origins.Count == 0) return;
        (_shown, _places, _failed) = (asked, [], false);
        try
        {
            var found = await Places.FindAsync(Scope.Model, Scope.Content, Origins, Evidence, _leaving.Token);
            if (asked == _shown) _places = found;
        }
        catch (DbException)
        {
            _failed = true;
        }
        catch (InvalidDataException)
        {
            _failed = true;
        }
        catch (OperationCanceledException) when (_leaving.Token.IsCancellationRequested)
        {
            // Whoever looked is gone.
        }
    }
}
