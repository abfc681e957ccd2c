using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ThreatBoard.Testing.Circuits;

/// <summary>One connection to <c>/_blazor</c>: negotiated, with the hand shaken, and messages in and out.</summary>
internal sealed class CircuitSocket : IDisposable
{
    private const byte Separator = 0x1e;

    private readonly ClientWebSocket _socket = new();
    private readonly Lock _queue = new();
    private Task _sent = Task.CompletedTask;
    private byte[] _buffer = new byte[1 << 14];
    private int _filled;

    /// <exception cref="HttpRequestException">Negotiating was refused; its status says how.</exception>
    /// <exception cref="WebSocketException">Connecting was refused.</exception>
    public async Task ConnectAsync(HttpClient http, CookieContainer cookies, CancellationToken cancel)
    {
        var address = http.BaseAddress!;
        using var negotiated = await http.PostAsync("/_blazor/negotiate?negotiateVersion=1", content: null, cancel);
        negotiated.EnsureSuccessStatusCode();
        using var answer = JsonDocument.Parse(await negotiated.Content.ReadAsStringAsync(cancel));
        await ConnectAsync(address, answer.RootElement.GetProperty("connectionToken").GetString()!, cookies, cancel);
    }

    /// <param name="token">What negotiating gave; null connects without, as the protocol allows.</param>
    public async Task ConnectAsync(Uri address, string? token, CookieContainer cookies, CancellationToken cancel)
    {
        _socket.Options.Cookies = cookies;
        _socket.Options.SetRequestHeader("Origin", address.GetLeftPart(UriPartial.Authority));
        await _socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/_blazor", Query = token is null ? "" : $"id={Uri.EscapeDataString(token)}" }.Uri, cancel);
        await SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), cancel);
        while (Array.IndexOf(_buffer, Separator, 0, _filled) < 0) await FillAsync(cancel);
        Consume(Array.IndexOf(_buffer, Separator, 0, _filled) + 1);
    }

    /// <summary>Messages leave in the order of these calls.</summary>
    public Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancel)
    {
        lock (_queue) return _sent = SendAfterAsync(_sent, message, cancel);
    }

    /// <summary>The next message's parts; null once the server has closed.</summary>
    public async Task<object?[]?> ReceiveAsync(CancellationToken cancel)
    {
        while (true)
        {
            if (TryTake() is { } message) return message;
            if (!await FillAsync(cancel)) return null;
        }
    }

    /// <summary>As a pulled plug: no closing handshake.</summary>
    public void Abort() => _socket.Abort();

    public void Dispose() => _socket.Dispose();

    private async Task SendAfterAsync(Task before, ReadOnlyMemory<byte> message, CancellationToken cancel)
    {
        // Whoever sent that is told how it went.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, cancel);
    }

    private object?[]? TryTake()
    {
        var (length, read) = (0, 0);
        do
        {
            if (read == _filled) return null;
            length |= (_buffer[read] & 0x7f) << (7 * read);
        }
        while ((_buffer[read++] & 0x80) != 0);
        if (_filled < read + length) return null;
        var message = (object?[]?)new PackReader(_buffer.AsSpan(read, length)).Read();
        Consume(read + length);
        return message;
    }

    private async Task<bool> FillAsync(CancellationToken cancel)
    {
        if (_filled == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var received = await _socket.ReceiveAsync(_buffer.AsMemory(_filled), cancel);
        _filled += received.Count;
        return received.MessageType is not WebSocketMessageType.Close;
    }

    private void Consume(int count)
    {
        _buffer.AsSpan(count, _filled - count).CopyTo(_buffer);
        _filled -= count;
    }
}
