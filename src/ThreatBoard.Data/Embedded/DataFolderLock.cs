using System.Globalization;

namespace ThreatBoard.Data.Embedded;

/// <summary>Held by the one process that may run a server in a data folder; the kernel gives it back however that process ends.</summary>
public sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _held;

    private DataFolderLock(FileStream held) => _held = held;

    /// <summary>Null when another live process holds it.</summary>
    public static DataFolderLock? TryTake(string folder)
    {
        try
        {
            var held = new FileStream(Path.Combine(folder, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(HolderFile(folder), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new(held);
        }
        catch (IOException taken) when (taken is not DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>" (process N)" when the holder left its number, else nothing.</summary>
    public static string Holder(string folder) =>
        File.Exists(HolderFile(folder)) ? $" (process {File.ReadAllText(HolderFile(folder))})" : "";

    public void Dispose() => _held.Dispose();

    private static string HolderFile(string folder) => Path.Combine(folder, "in-use-by");
}
