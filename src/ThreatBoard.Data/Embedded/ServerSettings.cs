using System.Globalization;
using System.Text;

namespace ThreatBoard.Data.Embedded;

/// <summary>The settings that differ from PostgreSQL's defaults, written before every start.</summary>
internal static class ServerSettings
{
    public const string FileName = "threatboard.conf";

    public static void Write(string cluster, int port, EmbeddedPostgresOptions options) =>
        File.WriteAllText(Path.Combine(cluster, FileName), Text(port, options));

    private static string Text(int port, EmbeddedPostgresOptions options)
    {
        var text = new StringBuilder();
        text.Append("listen_addresses = '127.0.0.1'\n").Append(CultureInfo.InvariantCulture, $"port = {port}\n");
        text.Append("unix_socket_directories = ''\n");     // a path over 107 bytes would be fatal, and checkouts have long paths
        text.Append(CultureInfo.InvariantCulture, $"max_connections = {options.MaxConnections}\n");
        text.Append("log_min_error_statement = panic\nlog_error_verbosity = terse\n");      // rows and statements stay out of the log
        if (!options.Durable)
            text.Append("fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n");
        return text.ToString();
    }
}
