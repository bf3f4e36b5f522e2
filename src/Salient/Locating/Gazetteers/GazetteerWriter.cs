using System.IO.Compression;
using System.Text;

namespace Salient.Locating.Gazetteers;

/// <summary>Writes a gazetteer file: columns, then keys in order with shared beginnings left out, the whole under Brotli.</summary>
public static class GazetteerWriter
{
    /// <summary>The first bytes inside a file.</summary>
    internal const string Magic = "SALGAZ1\n";

    /// <summary>Writes <paramref name="entries"/> to <paramref name="path"/>; the file appears whole or not at all.</summary>
    /// <param name="path">The file; replaced where it is there.</param>
    /// <param name="entries">The places; written in order of country, kind and id.</param>
    public static void Write(string path, IEnumerable<GazetteerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var temporary = path + ".part";
        using (var file = File.Create(temporary))
        using (var brotli = new BrotliStream(file, CompressionLevel.SmallestSize))
        {
            brotli.Write(Bytes(entries));
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>The file's content before compression.</summary>
    internal static byte[] Bytes(IEnumerable<GazetteerEntry> entries)
    {
        var places = entries.OrderBy(e => e.Country, StringComparer.Ordinal).ThenBy(e => e.Kind).ThenBy(e => e.Id).ThenBy(e => e.Name, StringComparer.Ordinal).ToArray();
        using var buffer = new MemoryStream();
        using var to = new BinaryWriter(buffer, Encoding.UTF8);
        to.Write(Encoding.ASCII.GetBytes(Magic));
        to.Write7BitEncodedInt(places.Length);
        var id = 0;
        foreach (var p in places)
        {
            Signed(to, p.Id - id);
            id = p.Id;
        }

        Each(to, places, p => (int)Math.Round((p.Lat + 90) * 10000));
        Each(to, places, p => (int)Math.Round((p.Lon + 180) * 10000));
        Each(to, places, p => (int)p.Kind);
        Each(to, places, p => p.Country.Length == 2 ? (p.Country[0] << 8) | p.Country[1] : 0);
        var firsts = Divisions(places, PlaceKind.Oblast, p => (p.Country, p.First, ""));
        var seconds = Divisions(places, PlaceKind.Raion, p => (p.Country, "", p.Second));
        Each(to, places, p => p.First.Length == 0 ? 0 : firsts.GetValueOrDefault((p.Country, p.First, ""), -1) + 1);
        Each(to, places, p => p.Second.Length == 0 ? 0 : seconds.GetValueOrDefault((p.Country, "", p.Second), -1) + 1);
        Each(to, places, p => p.Population);
        foreach (var p in places)
        {
            to.Write(p.Name);
        }

        Keys(to, places);
        to.Flush();
        return buffer.ToArray();
    }

    private static Dictionary<(string, string, string), int> Divisions(GazetteerEntry[] places, PlaceKind kind, Func<GazetteerEntry, (string, string, string)> key)
    {
        var result = new Dictionary<(string, string, string), int>();
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i].Kind == kind)
            {
                result.TryAdd(key(places[i]), i);
            }
        }

        return result;
    }

    private static void Keys(BinaryWriter to, GazetteerEntry[] places)
    {
        var keys = new SortedDictionary<string, SortedDictionary<int, NameGrade>>(StringComparer.Ordinal);
        for (var i = 0; i < places.Length; i++)
        {
            foreach (var key in places[i].Keys)
            {
                if (!keys.TryGetValue(key.Text, out var at))
                {
                    keys[key.Text] = at = [];
                }

                at[i] = at.TryGetValue(i, out var grade) && grade < key.Grade ? grade : key.Grade;
            }
        }

        to.Write7BitEncodedInt(keys.Count);
        to.Write7BitEncodedInt(keys.Values.Sum(v => v.Count));
        var last = "";
        foreach (var (text, at) in keys)
        {
            var shared = 0;
            while (shared < last.Length && shared < text.Length && last[shared] == text[shared])
            {
                shared++;
            }

            to.Write((byte)shared);
            to.Write((byte)(text.Length - shared));
            to.Write(Encoding.Latin1.GetBytes(text[shared..]));
            to.Write7BitEncodedInt(at.Count);
            var previous = 0;
            foreach (var (place, grade) in at)
            {
                to.Write7BitEncodedInt(((place - previous) << 2) | (int)grade);
                previous = place;
            }

            last = text;
        }
    }

    private static void Each(BinaryWriter to, GazetteerEntry[] places, Func<GazetteerEntry, int> column)
    {
        foreach (var p in places)
        {
            to.Write7BitEncodedInt(column(p));
        }
    }

    private static void Signed(BinaryWriter to, int value) => to.Write7BitEncodedInt((value << 1) ^ (value >> 31));
}
