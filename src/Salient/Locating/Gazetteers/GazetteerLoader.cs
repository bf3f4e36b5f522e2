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

        // Files are inflated and lists read side by side while those before them are taken in; they are taken in one after another, in one order.
        var files = Of(folders, "gazetteer*.bin");
        var lists = Of(folders, "places*.tsv");
        var inflated = new ArraySegment<byte>[files.Length];
        var read = new IReadOnlyList<GazetteerEntry>[lists.Length];
        var inflating = new Task[files.Length];
        var reading = new Task[lists.Length];
        for (var i = 0; i < files.Length; i++)
        {
            var at = i;
            inflating[i] = Task.Run(() => { inflated[at] = GazetteerReader.Inflate(files[at]); });
        }

        for (var i = 0; i < lists.Length; i++)
        {
            var at = i;
            reading[i] = Task.Run(() => { read[at] = HandList.Read(lists[at]); });
        }

        var builder = new GazetteerBuilder();
        foreach (var folderOf in folders)
        {
            for (var i = 0; i < files.Length; i++)
            {
                if (Path.GetDirectoryName(files[i]) == folderOf)
                {
                    inflating[i].GetAwaiter().GetResult();
                    GazetteerReader.Read(files[i], inflated[i], builder);
                }
            }

            for (var i = 0; i < lists.Length; i++)
            {
                if (Path.GetDirectoryName(lists[i]) == folderOf)
                {
                    reading[i].GetAwaiter().GetResult();
                    builder.Add(read[i]);
                }
            }
        }

        return builder.Build();
    }

    private static string[] Of(string[] folders, string pattern) =>
        [.. folders.SelectMany(f => Directory.GetFiles(f, pattern).Order(StringComparer.Ordinal))];
}
