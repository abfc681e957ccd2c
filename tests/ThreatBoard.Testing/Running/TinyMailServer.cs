using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace ThreatBoard.Testing.Running;

/// <summary>A message as the server took it, the headers decoded as far as they are ASCII.</summary>
/// <param name="Head">Header lines as they came.</param>
/// <param name="Text">The body, decoded from Base64.</param>
public sealed record TakenMail(string From, string To, string Head, string Text);

/// <summary>An SMTP server on loopback for tests: it takes mail and keeps it, or refuses.</summary>
public sealed class TinyMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly Channel<TakenMail> _taken = Channel.CreateUnbounded<TakenMail>();
    private readonly ConcurrentQueue<Task> _talks = [];
    private readonly Task _accepting;
    private int _refusing;

    public TinyMailServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many messages were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Refuses this many of the next messages for now (451).</summary>
    public void RefuseNext(int messages) => Interlocked.Exchange(ref _refusing, messages);

    /// <summary>The next message that was taken, in order; waits for one.</summary>
    public ValueTask<TakenMail> NextAsync(CancellationToken cancel) => _taken.Reader.ReadAsync(cancel);

    /// <summary>A message that is already there, or null.</summary>
    public TakenMail? Waiting => _taken.Reader.TryRead(out var mail) ? mail : null;

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_talks);
        _listener.Dispose();
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _talks.Enqueue(TalkAsync(await _listener.AcceptTcpClientAsync(_ending.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var connected = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII);
            await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 tiny");
            await ConverseAsync(reader, writer);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The other side hung up.
        }
    }

    private async Task ConverseAsync(StreamReader reader, StreamWriter writer)
    {
        var (from, to) = ("", "");
        while (await reader.ReadLineAsync(_ending.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO" or "HELO" or "RSET" or "NOOP": await writer.WriteLineAsync("250 tiny"); break;
                case "MAIL": (from, to) = (line, ""); await writer.WriteLineAsync("250 ok"); break;
                case "RCPT": to = line; await writer.WriteLineAsync("250 ok"); break;
                case "DATA": await TakeAsync(from, to, reader, writer); break;
                case "QUIT": await writer.WriteLineAsync("221 bye"); return;
                default: await writer.WriteLineAsync("502 no"); break;
            }
        }
    }

    private async Task TakeAsync(string from, string to, StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        var lines = new List<string>();
        while (await reader.ReadLineAsync(_ending.Token) is { } line and not ".") lines.Add(line);
        if (Interlocked.Decrement(ref _refusing) >= 0)
        {
            Refused++;
            await writer.WriteLineAsync("451 not now");
            return;
        }

        var head = lines.IndexOf("");
        var body = Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(lines.Skip(head + 1))));
        _taken.Writer.TryWrite(new(Address(from), Address(to), string.Join('\n', lines.Take(head)), body));
        await writer.WriteLineAsync("250 taken");
    }

    private static string Address(string line) => line.Split('<', '>')[1];
}
