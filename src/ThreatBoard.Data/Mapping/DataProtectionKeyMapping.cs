using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Hosting;

namespace ThreatBoard.Data.Mapping;

internal sealed class DataProtectionKeyMapping : IEntityTypeConfiguration<DataProtectionKeyRow>
{
    public void Configure(EntityTypeBuilder<DataProtectionKeyRow> builder)
    {
        builder.ToTable("data_protection_key");
        builder.Property(k => k.Id).ValueGeneratedNever();
    }
}
