using System.Globalization;
using System.Text;

namespace Salient.Reconciling;

/// <summary>Tells findings made by other data, or by another way of reconciling, from those that hold.</summary>
internal static class DataStamp
{
    /// <summary>Goes up whenever the same claims and data amount to something else than before.</summary>
    private const int Way = 33;

    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    private static readonly string[] Read = ["theatre.yaml", "policy.yaml", "baseline.yaml", "waters.tsv", "lexicon.tsv", "states.tsv"];

    /// <summary>16 hex digits over what reconciling reads of a theatre's folder; of gazetteers the size alone.</summary>
    /// <remarks>Whoever can change the data can change the ledger beside it: the hash guards against mistakes, and loading a library of cryptography takes a tenth of a short verb's time.</remarks>
    public static string Of(string folder)
    {
        var hash = Basis;
        Add(ref hash, Encoding.UTF8.GetBytes(Way.ToString(CultureInfo.InvariantCulture)));
        foreach (var file in Read.Select(f => Path.Combine(folder, f)).Where(File.Exists))
        {
            Add(ref hash, File.ReadAllBytes(file));
        }

        foreach (var file in Directory.EnumerateFiles(folder, "gazetteer*").Order(StringComparer.Ordinal))
        {
            Add(ref hash, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)} {new FileInfo(file).Length}")));
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <summary>FNV-1a, with the length, so that what one file ends with and the next begins with is told apart.</summary>
    private static void Add(ref ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * Prime;
        }

        hash = (hash ^ (ulong)bytes.Length) * Prime;
    }
}
