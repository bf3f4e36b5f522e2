using Salient.Locating.Gazetteers;
using Salient.Locating.Names;

namespace Salient.Locating.Finding;

/// <summary>Reads a long name of one word, or of words joined by "i", with two slips in it, one of them in its consonants: two that changed places, one too many, one too few, one for another.</summary>
internal sealed class RoughReader(Gazetteer gazetteer)
{
    private const string Consonants = "bvgdzjklmnprstfxcqw";
    private const int Shortest = 9;
    private const int Longest = 30;
    private const int MostSlips = 2;
    private const int MostBearers = 16;

    /// <summary>Adds the settlements whose names are so read; false for none.</summary>
    public bool Find(ReadOnlySpan<char> sounds, List<Posting> postings)
    {
        if (sounds.Length is < Shortest or > Longest)
        {
            return false;
        }

        Span<char> own = stackalloc char[Longest + 1];
        Span<char> other = stackalloc char[Longest + 2];
        own = own[..Skeleton.Consonants(sounds, own)];
        for (var i = 0; i < own.Length; i++)
        {
            // One too many.
            own[..i].CopyTo(other);
            own[(i + 1)..].CopyTo(other[i..]);
            Look(sounds, other[..(own.Length - 1)], postings);

            own.CopyTo(other);
            foreach (var c in Consonants)
            {
                other[i] = c;
                Look(sounds, other[..own.Length], postings);
            }

            for (var j = i + 1; j < own.Length && j <= i + 2; j++)
            {
                own.CopyTo(other);
                (other[i], other[j]) = (own[j], own[i]);
                Look(sounds, other[..own.Length], postings, swap: 1);
            }

            // One too few.
            own[i..].CopyTo(other[(i + 1)..]);
            own[..i].CopyTo(other);
            foreach (var c in Consonants)
            {
                other[i] = c;
                Look(sounds, other[..(own.Length + 1)], postings);
            }
        }

        return postings.Count > 0;
    }

    // Two letters that changed places over a vowel count as one slip and two edits.
    private void Look(ReadOnlySpan<char> sounds, ReadOnlySpan<char> consonants, List<Posting> postings, int swap = 0)
    {
        var table = gazetteer.Keys.Loose;
        var tried = 0;
        for (var key = table.First(KeyTable.Hash(KeyTable.Hash(KeyKind.Sound), consonants)); key >= 0 && tried < MostBearers; key = table.Next(key), tried++)
        {
            if (Edits.Between(sounds, gazetteer.Keys.Text(key)[1..], MostSlips + swap + 1) <= MostSlips + swap)
            {
                postings.AddRange(gazetteer.Keys.Postings(key));
            }
        }
    }
}
