using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Web;
using ThreatBoard.Web.Database;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Hosting.Circuits;

namespace ThreatBoard.Benchmarks;

/// <summary>The application in a process that answers questions on its standard input which the product must not answer: its heap after a collection, and a cookie for a new person.</summary>
public static class MeasuredServer
{
    /// <summary>The argument by which this program becomes that process.</summary>
    public const string Verb = "--serve";

    public const string Ready = "= ready ";

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(App).Assembly.GetName().Name, EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        await using var postgres = await builder.AddThreatBoardPostgresAsync();
        builder.Services.AddThreatBoardData(builder.Configuration["ConnectionStrings:ThreatBoard"]!);
        builder.AddThreatBoardWeb();
        // What broke is to be gone when its memory is counted.
        builder.Services.Configure<CircuitOptions>(circuits => circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(2));
        builder.Services.Configure<CircuitOptions>(circuits => circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(10));
        await using var app = builder.Build();
        await app.Services.GetRequiredService<Database>().MigrateAsync(
            CancellationToken.None, once: () => app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("start").Protect([]));
        app.UseThreatBoardWeb();
        await app.StartAsync();
        Console.WriteLine($"{Ready}{app.Services.GetRequiredService<ListenAddress>().Url}");
        while (await Console.In.ReadLineAsync() is { } question) Console.WriteLine($"= {await AnswerAsync(app.Services, question)}");
        await app.StopAsync();
    }

    private static async Task<string> AnswerAsync(IServiceProvider services, string question)
    {
        if (question == "memory") return Memory(services.GetRequiredService<OpenCircuits>());
        // Else a name: somebody new who may edit in the first workspace.
        var workspace = (await services.GetRequiredService<Access>().WorkspacesAsync(Caller.OfProcess(Database.LocalPerson), Right.Administer, CancellationToken.None))[0];
        var people = new SeatedPeople(services);
        var cookie = await people.SignInAsync(await people.AddAsync(workspace.WorkspaceId, question, Role.Editor, CancellationToken.None), CancellationToken.None);
        return $"{cookie.Name} {cookie.Value}";
    }

    private static string Memory(OpenCircuits circuits)
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var self = System.Diagnostics.Process.GetCurrentProcess();
        return string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(forceFullCollection: true)} {self.WorkingSet64} {circuits.Held} {self.TotalProcessorTime.TotalMilliseconds:0}");
    }
}
