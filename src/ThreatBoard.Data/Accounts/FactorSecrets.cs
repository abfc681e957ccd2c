using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ThreatBoard.Data.Accounts;

/// <summary>The secrets of authenticator apps, readable only with the keys of Data Protection.</summary>
internal sealed class FactorSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("ThreatBoard.SecondFactor");

    public string Protect(byte[] secret) => Convert.ToBase64String(_protector.Protect(secret));

    /// <returns>Null where the keys that it was protected with are gone: nobody can show that factor any more.</returns>
    public byte[]? Read(string? stored)
    {
        try
        {
            return stored is null ? null : _protector.Unprotect(Convert.FromBase64String(stored));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
