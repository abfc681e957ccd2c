using System.Collections.Immutable;
using System.Reflection;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Workflow;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Rights;

/// <summary>Calls an operation with given accesses and with harmless values for everything else.</summary>
internal sealed class Attempt(ModelAccess? model, WorkspaceAccess? workspace)
{
    /// <summary>Whether the operation refused for want of a right; other refusals are none.</summary>
    public async Task<bool> IsDeniedAsync(object service, Operation operation)
    {
        try
        {
            await FinishAsync(operation.Method.Invoke(service, [.. operation.Method.GetParameters().Select(Value)]));
            return false;
        }
        catch (Exception refused) when (Inner(refused) is UnauthorizedAccessException)
        {
            return true;
        }
        catch (Exception other) when (Inner(other) is ArgumentException or InvalidOperationException or Microsoft.EntityFrameworkCore.DbUpdateException or Npgsql.PostgresException)
        {
            return false;
        }
    }

    private static Exception Inner(Exception thrown) => thrown is TargetInvocationException { InnerException: { } inner } ? inner : thrown;

    private static async Task FinishAsync(object? returned)
    {
        if (returned is Task task) await task;
        if (returned is IDisposable handle) handle.Dispose();
        if (returned is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
    }

    private object? Value(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(ModelAccess) => model,
        var type when type == typeof(WorkspaceAccess) => workspace,
        var type when type == typeof(Intent) => new Intent.Edit([Change.Add(Some.Component())], Setter.Person),
        var type when type == typeof(BandScale) => BandScale.Usual,
        var type when type == typeof(WorkspaceZone) => WorkspaceZone.Utc,
        var type when type == typeof(WorkingDay) => WorkingDay.Usual,
        var type when type == typeof(DateOnly) => new DateOnly(2026, 3, 2),
        var type when type == typeof(OperationId) => OperationId.New(TimeProvider.System),
        var type when type == typeof(Source) => Some.Source(),
        var type when type == typeof(ModelContent) => ModelContent.Empty,
        var type when type == typeof(EntityRef) => EntityRef.WholeModel,
        var type when type == typeof(Guid) => Guid.CreateVersion7(),
        var type when type == typeof(string) => "x",
        var type when type == typeof(byte[]) => Array.Empty<byte>(),
        var type when type == typeof(ValueSet<string>) => (ValueSet<string>)[],
        var type when type == typeof(IReadOnlyCollection<Guid>) => Array.Empty<Guid>(),
        var type when type == typeof(CancellationToken) => TestContext.Current.CancellationToken,
        var type when type == typeof(TimeSpan) => TimeSpan.FromDays(1),
        var type when type.IsAssignableTo(typeof(Delegate)) => Nothing(type),
        var type when type.IsValueType => Activator.CreateInstance(type),
        _ => parameter.HasDefaultValue ? parameter.DefaultValue : Made(parameter.ParameterType),
    };

    /// <summary>By a constructor that needs nothing; null where there is none.</summary>
    private static object? Made(Type type) => type.GetConstructors().FirstOrDefault(constructor => constructor.GetParameters().All(p => p.HasDefaultValue)) is { } plain
        ? plain.Invoke([.. plain.GetParameters().Select(p => p.DefaultValue)])
        : null;

    private static Delegate Nothing(Type type)
    {
        var parameters = type.GetMethod("Invoke")!.GetParameters().Select(p => System.Linq.Expressions.Expression.Parameter(p.ParameterType)).ToImmutableArray();
        return System.Linq.Expressions.Expression.Lambda(type, System.Linq.Expressions.Expression.Empty(), parameters).Compile();
    }
}
