using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ThreatBoard.Data.Hosting;

namespace ThreatBoard.Data.Tests.Rights;

/// <summary>Something that a service of Data offers to the rest of the program, found by reflection.</summary>
internal sealed record Operation(Type Service, MethodInfo Method)
{
    /// <summary>Such as <c>Journal.VerifyAsync(ModelAccess)</c>: the first parameter tells overloads apart.</summary>
    public string Name => $"{Service.Name}.{Method.Name}({Method.GetParameters().FirstOrDefault()?.ParameterType.Name})";

    /// <summary>Every public method of every registered service of Data that other projects can reach.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        .. from service in new ServiceCollection().AddThreatBoardData("Host=unused")
           let type = service.ServiceType
           where type.IsPublic && type.Assembly == typeof(Access).Assembly && !type.IsAssignableTo(typeof(IHostedService))
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           where !method.IsSpecialName && method.Name is not nameof(IDisposable.Dispose)
           select new Operation(type, method),
    ];

    public bool Takes(Type type) => Method.GetParameters().Any(parameter => parameter.ParameterType == type);
}
