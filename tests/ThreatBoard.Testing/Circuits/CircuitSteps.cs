using System.Diagnostics;

namespace ThreatBoard.Testing.Circuits;

/// <summary>What people do on ThreatBoard's pages, through the handlers that are rendered.</summary>
public static class CircuitSteps
{
    extension(CircuitClient)
    {
        /// <summary>Opens a diagram and waits until its scene is fetched.</summary>
        public static async Task<CircuitClient> OpenDiagramAsync(BrowserHttp web, Guid model, CancellationToken cancel)
        {
            var client = await CircuitClient.OpenAsync(web, $"/models/{model}/diagram", cancel);
            await client.Scripts.Diagram.MountedAsync();
            return client;
        }
    }

    /// <summary>Edits a field in place: opens its box, types and saves.</summary>
    /// <param name="label">Of the field.</param>
    /// <param name="beforeSaving">What happens elsewhere between typing and saving.</param>
    /// <returns>When it was saved, as a <see cref="Stopwatch"/> timestamp.</returns>
    public static async Task<long> EditAsync(this CircuitClient client, string label, string text, Func<Task>? beforeSaving = null)
    {
        await client.ClickAsync(page => page.Elements("button").FirstOrDefault(button => button["aria-label"]?.StartsWith($"{label}: ", StringComparison.Ordinal) == true), $"the value of {label}");
        var box = await client.FindAsync(page => page.All.FirstOrDefault(node => node.Element is "input" or "textarea" or "select" && node["aria-label"] == label && node["class"]?.StartsWith("tb-", StringComparison.Ordinal) == true), $"the box of {label}");
        await client.TypeAsync(box, text);
        var form = box;
        while (form.Element != "form") form = form.Parent!;
        if (beforeSaving is not null) await beforeSaving();
        var saved = Stopwatch.GetTimestamp();
        await client.DispatchAsync(form, "submit", new { });
        return saved;
    }
}
