using System.Text;
using Salient.Locating.Names;

namespace Salient.Locating.Gazetteers;

/// <summary>Grows a <see cref="Gazetteer"/>'s tables file by file.</summary>
internal sealed class GazetteerBuilder
{
    private int places;
    private byte[] names = new byte[1 << 20];
    private int nameEnd;
    private int[] nameStarts = [0];
    private char[] keyText = new char[1 << 18];
    private int keyEnd;
    private int keys;
    private int[] keyStarts = [0];
    private int[] postingStarts = [0];
    private Posting[] postings = [];
    private int postingEnd;

    public int[] Ids = [];
    public float[] Lats = [];
    public float[] Lons = [];
    public PlaceKind[] Kinds = [];
    public ushort[] Countries = [];
    public int[] Firsts = [];
    public int[] Seconds = [];
    public int[] Populations = [];

    /// <summary>Makes room for <paramref name="count"/> more places; returns the index of the first.</summary>
    public int Grow(int count)
    {
        var start = places;
        places += count;
        Array.Resize(ref Ids, places);
        Array.Resize(ref Lats, places);
        Array.Resize(ref Lons, places);
        Array.Resize(ref Kinds, places);
        Array.Resize(ref Countries, places);
        Array.Resize(ref Firsts, places);
        Array.Resize(ref Seconds, places);
        Array.Resize(ref Populations, places);
        Array.Resize(ref nameStarts, places + 1);
        return start;
    }

    /// <summary>Sets the name of place <paramref name="place"/>; places are named in order.</summary>
    public void Name(int place, ReadOnlySpan<byte> utf8)
    {
        if (nameEnd + utf8.Length > names.Length)
        {
            Array.Resize(ref names, Math.Max(names.Length * 2, nameEnd + utf8.Length));
        }

        utf8.CopyTo(names.AsSpan(nameEnd));
        nameEnd += utf8.Length;
        nameStarts[place + 1] = nameEnd;
    }

    /// <summary>Makes room for more keys and postings.</summary>
    public void GrowKeys(int count, int postingCount)
    {
        Array.Resize(ref keyStarts, keys + count + 1);
        Array.Resize(ref postingStarts, keys + count + 1);
        Array.Resize(ref postings, postingEnd + postingCount);
    }

    /// <summary>Opens a key; its postings follow.</summary>
    public void Key(ReadOnlySpan<char> key, int count)
    {
        if (keyEnd + key.Length > keyText.Length)
        {
            Array.Resize(ref keyText, keyText.Length * 2);
        }

        key.CopyTo(keyText.AsSpan(keyEnd));
        keyEnd += key.Length;
        keys++;
        keyStarts[keys] = keyEnd;
        postingStarts[keys] = postingEnd + count;
    }

    /// <summary>Adds a posting to the key opened last.</summary>
    public void Posting(int place, NameGrade grade) => postings[postingEnd++] = new Posting(place, grade);

    /// <summary>Adds places written by hand, with their keys.</summary>
    public void Add(IReadOnlyList<GazetteerEntry> entries)
    {
        var i = Grow(entries.Count);
        var count = entries.Sum(e => e.Keys.Length);
        GrowKeys(count, count);
        foreach (var entry in entries)
        {
            Ids[i] = entry.Id;
            Lats[i] = (float)entry.Lat;
            Lons[i] = (float)entry.Lon;
            Kinds[i] = entry.Kind;
            Countries[i] = (ushort)((entry.Country[0] << 8) | entry.Country[1]);
            Firsts[i] = -1;
            Seconds[i] = -1;
            Populations[i] = entry.Population;
            Name(i, Encoding.UTF8.GetBytes(entry.Name));
            foreach (var key in entry.Keys)
            {
                Key(key.Text, 1);
                Posting(i, key.Grade);
            }

            i++;
        }
    }

    /// <summary>The gazetteer of all that was added.</summary>
    public Gazetteer Build() => new(
        new PlaceTable(Ids, Lats, Lons, Kinds, Countries, Firsts, Seconds, Populations, names, nameStarts),
        new KeyTable(keyText.AsSpan(0, keyEnd).ToArray(), keyStarts, postingStarts, postings));
}
