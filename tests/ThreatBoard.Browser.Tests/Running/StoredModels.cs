using ThreatBoard.Data.Embedded;
using ThreatBoard.Testing.Postgres;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Browser.Tests.Running;

/// <summary>Looks into the database of a running ThreatBoard, behind its back.</summary>
public sealed class StoredModels(RunningApp app)
{
    private readonly Dictionary<Guid, DateTimeOffset> _proven = [];

    /// <summary>Fails where the journal of a model, replayed from nothing, is not what the rows hold; models that did not move since are left out.</summary>
    public async Task ProveAsync(CancellationToken cancel)
    {
        await using var server = await EmbeddedPostgres.JoinOrStartAsync(new() { DataFolder = app.DataFolder }, cancel);
        var moved = new Dictionary<Guid, DateTimeOffset>();
        var offenders = await ModelProof.OffendersAsync(server.ConnectionString, cancel, model =>
        {
            if (_proven.GetValueOrDefault(model.Id) == model.UpdatedAt) return false;
            moved[model.Id] = model.UpdatedAt;
            return true;
        });
        // A browser that closed may have been heard after the first look: only what stays is a difference.
        if (offenders.Count > 0) offenders = await ModelProof.OffendersAsync(server.ConnectionString, cancel, model => moved.ContainsKey(model.Id));
        Assert.Empty(offenders);
        foreach (var (model, at) in moved) _proven[model] = at;
    }
}
