using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

public sealed class UncheckedCertificateTests
{
    private readonly TwoNamespaces<UncheckedCertificate> _model = new();

    [Theory]
    [InlineData(Encryption.Tls, CertificateCheck.NotValidated, Answer.Found)]
    [InlineData(Encryption.MutualTls, CertificateCheck.NotValidated, Answer.Found)]
    [InlineData(Encryption.Tls, CertificateCheck.Unknown, Answer.CannotTell)]
    [InlineData(Encryption.Tls, CertificateCheck.Validated, Answer.NotFound)]
    [InlineData(Encryption.None, CertificateCheck.NotValidated, Answer.NotFound)]
    public void An_encrypted_flow_is_judged_by_its_certificate_check(Encryption encryption, CertificateCheck certificate, Answer expected)
    {
        _model.Sketch.Flow(_model.Api, _model.Database, new() { Encryption = encryption, Certificate = certificate });
        Assert.Equal(expected, _model.Answer);
    }
}
