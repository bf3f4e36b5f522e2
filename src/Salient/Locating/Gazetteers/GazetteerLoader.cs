using Salient.Locating.Importing;
using Salient.Records;

namespace Salient.Locating.Gazetteers;

/// <summary>Loads what a theatre and the world beside it hold: <c>gazetteer*.bin</c> and <c>places*.tsv</c>.</summary>
internal static class GazetteerLoader
{
    /// <summary>The gazetteer of the theatre in <paramref name="folder"/>.</summary>
    /// <exception cref="ProblemException">SAL0301, SAL0303: a file is damaged or wrong.</exception>
    public static Gazetteer Load(string folder)
    {
        string[] folders = [.. new[] { folder, Path.Combine(folder, "..", "world") }.Where(Directory.Exists)];

        // Each file is inflated while those before it are taken in.
        var inflated = folders.SelectMany(f => Directory.GetFiles(f, "gazetteer*.bin")).ToDictionary(f => f, f => Task.Run(() => GazetteerReader.Inflate(f)), StringComparer.Ordinal);
        var builder = new GazetteerBuilder();
        foreach (var from in folders)
        {
            foreach (var file in Directory.GetFiles(from, "gazetteer*.bin").Order(StringComparer.Ordinal))
            {
                GazetteerReader.Read(file, inflated[file].GetAwaiter().GetResult(), builder);
            }

            foreach (var file in Directory.GetFiles(from, "places*.tsv").Order(StringComparer.Ordinal))
            {
                builder.Add(HandList.Read(file));
            }
        }

        return builder.Build();
    }
}
