using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Salient.Reconciling;

/// <summary>Tells findings made by other data, or by another way of reconciling, from those that hold.</summary>
internal static class DataStamp
{
    /// <summary>Goes up whenever the same claims and data amount to something else than before.</summary>
    private const int Way = 10;

    private static readonly string[] Read = ["theatre.yaml", "policy.yaml", "baseline.yaml", "waters.tsv"];

    /// <summary>16 hex digits over what reconciling reads of a theatre's folder; of gazetteers the size alone.</summary>
    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Way.ToString(CultureInfo.InvariantCulture)));
        foreach (var file in Read.Select(f => Path.Combine(folder, f)).Where(File.Exists))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        foreach (var file in Directory.EnumerateFiles(folder, "gazetteer*").Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)} {new FileInfo(file).Length}")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
