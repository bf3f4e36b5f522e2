using System.Security.Cryptography;
using System.Text;

namespace Salient;

/// <summary>Tells one set of rules, models and theatres from another: a coding run carries it.</summary>
public static class Fingerprint
{
    private static readonly string[] Folders = ["models", "rules", "theatres"];

    /// <summary>16 hex digits over the names and bytes of every file in the data folder.</summary>
    public static string Of(string data)
    {
        ArgumentNullException.ThrowIfNull(data);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Folders.Select(f => Path.Combine(data, f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(data, file).Replace('\\', '/')));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
