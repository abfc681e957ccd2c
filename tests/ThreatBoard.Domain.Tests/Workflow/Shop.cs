using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Workflow;

/// <summary>A process that keeps orders in a store, with one flow between them and an attacker outside: thirteen cells to cover.</summary>
internal static class Shop
{
    public static readonly Component Web = new() { Id = new(Guid(1)), Name = "web" };
    public static readonly Component Orders = new() { Id = new(Guid(2)), Name = "orders", Kind = ComponentKind.DataStore };
    public static readonly Flow Call = new() { Id = new(Guid(3)), Ends = new(Web.Id, Orders.Id), Name = "orders" };
    public static readonly Actor Attacker = new() { Id = new(Guid(4)), Name = "attacker" };

    public static ModelContent Content { get; } = ModelContent.Empty.With([Web, Orders]).With(Call).With(Attacker);

    public static Guid Guid(int number) => new(number, 7, 0, new byte[8]);

    public static Threat Threat(int number, Stride category = Stride.Tampering, EntityRef? subject = null) => new()
    {
        Id = new(Guid(number)), Title = $"threat {number}", CameFrom = ThreatSource.Workshop, Category = category, Subject = ThreatSubject.Of(subject ?? EntityRef.To(Web)),
    };
}
