using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Web.Commands.Kubernetes;

/// <summary>Takes manifests from files, folders with all that is in them, and standard input, as an upload would; bounded like one.</summary>
/// <remarks>Hidden folders (.git) and links to folders are passed over; links to files are followed, as in a mounted ConfigMap.</remarks>
public sealed class ManifestFiles(Budget budget)
{
    /// <summary>The word that stands for standard input, and the name that it goes by.</summary>
    public const string StandardInput = "-";
    public const string InputName = "stdin.yaml";

    /// <summary>Files and folders that are looked at, manifests or not.</summary>
    private const int MostEntries = 200_000;

    private static readonly string[] s_endings = [".yaml", ".yml", ".json", ".zip"];

    private readonly List<Upload> _uploads = [];
    private long _bytes;
    private int _entries;

    public IReadOnlyList<Upload> Uploads => _uploads;

    /// <summary>What ended the taking, as a sentence; null while all is well.</summary>
    public string? Problem { get; private set; }

    /// <param name="path">A file, a folder, or <c>-</c>.</param>
    /// <param name="nameFrom">The folder that names of files are given from; null means the folder that is read.</param>
    /// <param name="input">What <c>-</c> reads.</param>
    public void Take(string path, string? nameFrom, Stream input)
    {
        if (Problem is not null) return;
        try
        {
            if (path == StandardInput) Add(InputName, ReadAtMost(input));
            else if (Directory.Exists(path)) TakeFolder(path, nameFrom ?? path);
            else if (File.Exists(path)) TakeFile(new(path), nameFrom ?? Path.GetDirectoryName(Path.GetFullPath(path))!);
            else Problem = $"There is no file or folder “{path}”. Name the folder of your manifests, or - to read them from standard input.";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            Problem = $"“{path}” cannot be read: {unreadable.Message}";
        }
    }

    private void TakeFolder(string folder, string nameFrom)
    {
        var waiting = new Stack<DirectoryInfo>([new(folder)]);
        while (Problem is null && waiting.TryPop(out var next))
        {
            foreach (var entry in next.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
            {
                if (++_entries > MostEntries) Problem = $"“{folder}” holds more than {MostEntries:N0} files. Name the folder of the manifests alone.";
                else if (entry is FileInfo file && s_endings.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)) TakeFile(file, nameFrom);
                else if (entry is DirectoryInfo { LinkTarget: null } inner && !inner.Name.StartsWith('.')) waiting.Push(inner);
                if (Problem is not null) return;
            }
        }
    }

    private void TakeFile(FileInfo file, string nameFrom)
    {
        if (_uploads.Count >= budget.ZipEntries)
        {
            Problem = $"These are more than {budget.ZipEntries:N0} manifests. Name fewer at a time, one service after the other.";
            return;
        }

        using var content = file.OpenRead();
        Add(NameOf(file.FullName, nameFrom), ReadAtMost(content));
    }

    private void Add(string name, byte[]? content)
    {
        if (content is null) Problem = $"These manifests hold more than {budget.Bytes:N0} bytes ({name} is the file with which they do). Name fewer at a time, one service after the other.";
        else _uploads.Add(new(name, content));
    }

    /// <summary>Null where there is more than the budget leaves.</summary>
    private byte[]? ReadAtMost(Stream from)
    {
        using var all = new MemoryStream();
        var part = new byte[64 * 1024];
        while (from.Read(part) is > 0 and var read)
        {
            if ((_bytes += read) > budget.Bytes) return null;
            all.Write(part, 0, read);
        }

        return all.ToArray();
    }

    private static string NameOf(string file, string from) => Path.GetRelativePath(from, file).Replace(Path.DirectorySeparatorChar, '/');
}
