using System.Globalization;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>The working rules of a workspace, for its owners to set and for everybody to read.</summary>
public sealed partial class WorkingRulesSection
{
    private const int Worst = Rating.Highest * Rating.Highest, MostFound = 40;

    private static readonly string[] s_zones = [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Append("UTC").Distinct().Order(StringComparer.Ordinal)];

    private readonly PressOnce _once = new();
    private BandScale _bands = BandScale.Usual;
    private string _zone = "";
    private string? _problem, _done;
    private Workspace? _shown;

    [Parameter, EditorRequired]
    public required Workspace Room { get; set; }

    [Parameter, EditorRequired]
    public required bool MayAdminister { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private IEnumerable<(string Label, int Value, Action<int> Set)> Starts =>
    [
        ("Medium begins at", _bands.Medium, score => _bands = _bands with { Medium = score }),
        ("High begins at", _bands.High, score => _bands = _bands with { High = score }),
        ("Critical begins at", _bands.Critical, score => _bands = _bands with { Critical = score }),
    ];

    private IEnumerable<string> Found => s_zones.Where(name => _zone == Room.TimeZone || name.Replace('_', ' ').Contains(_zone.Replace('_', ' '), StringComparison.OrdinalIgnoreCase)).Take(_zone == Room.TimeZone ? s_zones.Length : MostFound);

    protected override void OnParametersSet()
    {
        // What somebody else has set meanwhile is shown; what is being chosen here stays.
        if (_shown is null || _bands == _shown.Bands) _bands = Room.Bands;
        if (_shown is null || _zone == _shown.TimeZone) _zone = Room.TimeZone;
        _shown = Room;
    }

    private static void Choose(ChangeEventArgs chosen, Action<int> set)
    {
        if (int.TryParse(Convert.ToString(chosen.Value, CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out var score)) set(score);
    }

    private Task KeepBandsAsync() => KeepAsync(room => Rules.SetBandsAsync(room, _bands, CancellationToken.None), "The bands are set: every badge, matrix and board of this workspace shows them.");

    private Task KeepZoneAsync() => KeepAsync(room => Rules.SetTimeZoneAsync(room, _zone.Trim(), CancellationToken.None), $"Days are counted in {_zone.Trim()} from now on.");

    private async Task KeepAsync(Func<WorkspaceAccess, Task<string?>> keep, string done)
    {
        _problem = await Access.ForWorkspaceAsync(Room.Id, Right.Administer, CancellationToken.None) is { } room ? await keep(room) : "You are no owner of this workspace any more.";
        _done = _problem is null ? done : null;
        await OnChanged.InvokeAsync();
    }
}
