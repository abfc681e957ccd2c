using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace ThreatBoard.Data.Hosting;

/// <summary>Keeps Data Protection's keys in the database, so that all processes share them and a restart logs nobody out.</summary>
public sealed class DataProtectionKeys(IDbContextFactory<ThreatBoardDb> databases, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.DataProtectionKeys.Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.Add(new DataProtectionKeyRow
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            FriendlyName = friendlyName,
            Xml = element.ToString(SaveOptions.DisableFormatting),
        });
        db.SaveChanges();
    }
}
