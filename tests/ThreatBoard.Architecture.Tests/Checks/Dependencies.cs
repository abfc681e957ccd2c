using System.Collections.Frozen;
using System.Reflection;
using System.Xml.Linq;
using ThreatBoard.Architecture.Tests.Sources;

namespace ThreatBoard.Architecture.Tests.Checks;

/// <summary>Domain ← {Kubernetes, Data} ← Web, and which packages each project exists to keep out of the others.</summary>
public static class Dependencies
{
    private static readonly FrozenDictionary<string, string[]> s_projects = new Dictionary<string, string[]>
    {
        ["ThreatBoard.Domain"] = [],
        ["ThreatBoard.Kubernetes"] = ["ThreatBoard.Domain"],
        ["ThreatBoard.Data"] = ["ThreatBoard.Domain"],
        ["ThreatBoard.Migrations"] = ["ThreatBoard.Data"],
        ["ThreatBoard.Web"] = ["ThreatBoard.Domain", "ThreatBoard.Kubernetes", "ThreatBoard.Data", "ThreatBoard.Migrations"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string[]> s_packages = new Dictionary<string, string[]>
    {
        ["ThreatBoard.Domain"] = [],
        ["ThreatBoard.Kubernetes"] = ["YamlDotNet"],
        ["ThreatBoard.Data"] = ["Npgsql", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.Identity"],
        ["ThreatBoard.Migrations"] = ["Npgsql", "Microsoft.EntityFrameworkCore"],
        ["ThreatBoard.Web"] = ["Radzen", "Npgsql", "Markdig", "QRCoder", "Microsoft.EntityFrameworkCore.Design", "Microsoft.AspNetCore.OpenApi", "Microsoft.IdentityModel"],
    }.ToFrozenDictionary();

    private static readonly string[] s_hosting =
        ["src/ThreatBoard.Web/Program.cs", "src/ThreatBoard.Web/Hosting/", "src/ThreatBoard.Web/Commands/", "src/ThreatBoard.Web/Database/"];

    /// <summary>What a project file refers to beyond its due.</summary>
    public static IEnumerable<string> InProjects(IEnumerable<SourceFile> projects) =>
        from file in projects
        where !file.IsTest
        let name = Path.GetFileNameWithoutExtension(file.Path)
        let items = XDocument.Parse(file.Text).Descendants().ToList()
        from stranger in Strangers(name, Included(items, "ProjectReference").Select(Path.GetFileNameWithoutExtension)!, Included(items, "PackageReference"))
        select $"{file.Path} refers to {stranger}";

    /// <summary>What a compiled assembly really uses: the framework, its packages and the projects below it.</summary>
    public static IEnumerable<string> InAssembly(string name, IEnumerable<AssemblyName> references) =>
        from reference in references.Select(r => r.Name!)
        where !IsFramework(name, reference)
        where !s_projects[name].Contains(reference) && !s_packages[name].Any(package => reference.StartsWith(package, StringComparison.Ordinal))
        select $"{name} uses {reference}";

    /// <summary>In Web, only what hosts the program and answers its verbs knows the driver; pages and features ask Data.</summary>
    public static IEnumerable<string> DriverInPages(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Path.StartsWith("src/ThreatBoard.Web/", StringComparison.Ordinal) && !s_hosting.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal))
        where file.Text.Contains("Npgsql", StringComparison.Ordinal)
        select $"{file.Path} uses Npgsql";

    private static IEnumerable<string> Strangers(string name, IEnumerable<string> projects, IEnumerable<string> packages)
    {
        if (!s_projects.TryGetValue(name, out var allowed)) return [$"what it likes: give {name} a place in the order of projects"];
        return projects.Except(allowed).Concat(packages.Where(package => !s_packages[name].Any(p => package.StartsWith(p, StringComparison.Ordinal))));
    }

    private static IEnumerable<string> Included(IEnumerable<XElement> items, string kind) =>
        items.Where(item => item.Name.LocalName == kind).Select(item => item.Attribute("Include")!.Value.Replace('\\', '/'));

    private static bool IsFramework(string name, string reference) =>
        reference is "netstandard" or "mscorlib" or "Microsoft.Win32.Primitives" || reference.StartsWith("System.", StringComparison.Ordinal)
        || (name == "ThreatBoard.Web" && reference.StartsWith("Microsoft.", StringComparison.Ordinal))
        || (name != "ThreatBoard.Domain" && reference.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
}
