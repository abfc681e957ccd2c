using System.Collections.Immutable;
using Microsoft.AspNetCore.Components.Authorization;
using ThreatBoard.Data.Live;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Hosting.Rights;

/// <summary>Tells what is open in this circuit that its person's roles have changed, so that it asks anew what they may do.</summary>
public sealed class CircuitRights(AuthenticationStateProvider authentication, RightsWatch watch) : IDisposable
{
    private ImmutableList<Action> _told = [];
    private Subscription? _watching;
    private bool _isClosed;

    /// <param name="changed">Called on another thread; it must neither block nor throw. Dispose the handle to end it.</param>
    public async Task<Subscription> SubscribeAsync(Action changed)
    {
        // Each gets a delegate of its own, so that the same method may listen twice and leave once.
        Action own = () => changed();
        ImmutableInterlocked.Update(ref _told, told => told.Add(own));
        var person = (await authentication.GetAuthenticationStateAsync()).User;
        if (_watching is null && !_isClosed && SessionClaims.SessionOf(person) is { } session) _watching = watch.Watch(session, Tell);
        return new(() => ImmutableInterlocked.Update(ref _told, told => told.Remove(own)));
    }

    public void Dispose()
    {
        _isClosed = true;
        _watching?.Dispose();
    }

    private void Tell()
    {
        foreach (var told in _told) told();
    }
}
