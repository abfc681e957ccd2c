using System.Net.Sockets;

namespace ThreatBoard.Web.Hosting;

/// <summary>Where the running ThreatBoard of this state folder answers, written down for the <c>link</c> verb.</summary>
public sealed class RunningAddress(StateFolder state)
{
    private readonly string _file = Path.Combine(state.Root, "address");

    public void Write(Uri url) => state.Write(_file, url.ToString());

    public void Clear() => File.Delete(_file);

    /// <returns>The address, or null where nobody listens (a killed process leaves its note behind).</returns>
    public async Task<Uri?> FindAsync(CancellationToken cancel)
    {
        if (!File.Exists(_file))
            return null;
        var url = new Uri(await File.ReadAllTextAsync(_file, cancel));
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(url.Host, url.Port, cancel);
            return url;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
