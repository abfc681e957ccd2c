using ThreatBoard.Domain.Revisions;
using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Samples;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Web.Tests.Importing;

public sealed class StoredReadingTests
{
    [Fact]
    public void A_reading_comes_back_as_it_was_stored()
    {
        var objects = ManifestReader.Read(Sample.Weak).Objects;
        var derived = ModelDerivation.Of(objects, Sample.Source);

        var read = StoredReading.Read(StoredReading.Write(objects, derived));

        Assert.Equal(objects.Select(o => (o.Key, o.Location)), read.Objects.Select(o => (o.Key, o.Location)));
        Assert.Equal(ContentHash.Of(derived.Content), ContentHash.Of(read.Derived.Content));
    }

    [Fact]
    public void The_same_reading_gives_the_same_bytes()
    {
        var objects = ManifestReader.Read(Sample.Weak).Objects;

        Assert.Equal(StoredReading.Write(objects, ModelDerivation.Of(objects, Sample.Source)), StoredReading.Write(objects, ModelDerivation.Of(objects, Sample.Source)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(90)]
    public void What_is_cut_off_is_told_from_what_was_stored(int left)
    {
        var objects = ManifestReader.Read(Sample.Weak).Objects;
        var stored = StoredReading.Write(objects, ModelDerivation.Of(objects, Sample.Source));

        Assert.Throws<InvalidDataException>(() => StoredReading.Read(stored[..left]));
    }
}
