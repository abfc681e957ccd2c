using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ThreatBoard.Web.Api;

namespace ThreatBoard.Web.Commands.Pushing;

/// <summary>Sends one push; follows no redirect, so that the token goes nowhere else, and sends it again once where no answer came.</summary>
internal sealed class PushClient(PushRequest push, string token)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    public async Task<PushAnswer> SendAsync(PushBody body, CancellationToken cancel)
    {
        if (!token.All(c => c is > ' ' and <= '~')) return PushAnswer.Refused("The token holds blanks or characters that no token has. Copy it anew.");
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = s_patience };
        try
        {
            return await SendOnceAsync(client, body, cancel);
        }
        catch (HttpRequestException lost) when (lost.HttpRequestError is HttpRequestError.ResponseEnded)
        {
            // Its key makes the second time the same push, whether the first arrived or not.
            return await SendAgainAsync(client, body, cancel);
        }
        catch (HttpRequestException unreachable)
        {
            return Unreachable(unreachable.Message);
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Late();
        }
    }

    private async Task<PushAnswer> SendAgainAsync(HttpClient client, PushBody body, CancellationToken cancel)
    {
        try
        {
            return await SendOnceAsync(client, body, cancel);
        }
        catch (HttpRequestException unreachable)
        {
            return Unreachable(unreachable.Message);
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Late();
        }
    }

    private PushAnswer Unreachable(string message) => PushAnswer.Refused($"{push.Server} cannot be reached: {message} Check --server, and whether it runs.");

    private PushAnswer Late() =>
        PushAnswer.Refused(string.Create(CultureInfo.InvariantCulture, $"{push.Server} did not answer within {s_patience.TotalMinutes} minutes. Push again with --key {push.Key}: it is then the same push."));

    private async Task<PushAnswer> SendOnceAsync(HttpClient client, PushBody body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, push.Address) { Content = new ByteArrayContent(body.Content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(body.ContentType);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add(ImportRequest.KeyHeader, push.Key);
        using var answer = await client.SendAsync(request, cancel);
        try
        {
            return answer.StatusCode is HttpStatusCode.Created
                ? PushAnswer.Stored((await answer.Content.ReadFromJsonAsync<ApiImport>(JsonSerializerOptions.Web, cancel))!)
                : await RefusedAsync(answer, cancel);
        }
        catch (JsonException)
        {
            return PushAnswer.Refused($"{push.Server} answered {(int)answer.StatusCode}, but not as ThreatBoard does. Check --server.");
        }
    }

    private async Task<PushAnswer> RefusedAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        if (answer.Headers.Location is { } elsewhere) return PushAnswer.Refused($"{push.Server} points to {elsewhere}. Give that as --server if it is yours: the token is sent nowhere on its own.");
        if (answer.StatusCode is HttpStatusCode.TooManyRequests) return PushAnswer.Refused("The server takes no more requests from here at the moment. Push again in a minute.");
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return PushAnswer.Refused(string.Create(CultureInfo.InvariantCulture, $"{push.Server} answered {(int)answer.StatusCode} ({answer.ReasonPhrase}), but not as ThreatBoard does. Check --server."));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
        var details = problem.RootElement.TryGetProperty("problems", out var list) && list.ValueKind is JsonValueKind.Array
            ? list.EnumerateArray().Select(line => line.ToString()).ToList() : [];
        return PushAnswer.Refused($"Refused ({(int)answer.StatusCode}): {TextOf(problem, "title")}. {TextOf(problem, "detail")}", details);
    }

    private static string TextOf(JsonDocument problem, string field) => problem.RootElement.TryGetProperty(field, out var text) ? text.ToString() : "";
}
