namespace ThreatBoard.Web.Hosting;

/// <summary>Settings as files, one each, named like the environment variable: so secrets that are mounted never stand in an environment.</summary>
public static class SettingsFolder
{
    public const string Setting = "ThreatBoard:SettingsFolder";

    /// <returns>The problem with what is configured, or null.</returns>
    public static string? Problem(IConfiguration configuration) =>
        configuration[Setting] is { Length: > 0 } folder && !Directory.Exists(folder)
            ? $"ThreatBoard__SettingsFolder names “{folder}”, which is no folder here. Mount it, or leave the variable out."
            : null;

    /// <summary>Adds the files of the folder that what is configured so far names, if any.</summary>
    public static T AddSettingsFolder<T>(this T builder)
        where T : IConfigurationBuilder
    {
        var named = builder is IConfiguration now ? now[Setting] : builder.Build()[Setting];
        if (named is { Length: > 0 } folder && Directory.Exists(folder)) builder.AddKeyPerFile(Path.GetFullPath(folder));
        return builder;
    }
}
