using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ThreatBoard.Data.Hosting;

namespace ThreatBoard.Data.Tests.Together;

/// <summary>Everything that a process of ThreatBoard runs on the database, its background services started.</summary>
internal sealed class SecondProcess : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private bool _stopped;

    private SecondProcess(ServiceProvider services) => _services = services;

    public static async Task<SecondProcess> StartAsync(FreshDatabase database)
    {
        var process = new SecondProcess(new ServiceCollection().AddLogging().AddThreatBoardData(database.OwnerConnectionString).BuildServiceProvider());
        foreach (var service in process._services.GetServices<IHostedService>()) await service.StartAsync(TestContext.Current.CancellationToken);
        return process;
    }

    public T Get<T>()
        where T : class => _services.GetRequiredService<T>();

    public async Task StopAsync()
    {
        if (_stopped) return;
        _stopped = true;
        foreach (var service in _services.GetServices<IHostedService>()) await service.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
    }
}
