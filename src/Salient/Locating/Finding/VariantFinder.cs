using Salient.Locating.Gazetteers;
using Salient.Locating.Names;

namespace Salient.Locating.Finding;

/// <summary>Finds a name that no key matches as it is: another country's spelling, an adjective or case, the other language's form, a slip.</summary>
internal sealed class VariantFinder(Gazetteer gazetteer)
{
    private const int ShortestLoose = 5;
    private const int MostLoose = 64;
    private static readonly Spelling[] Others = [Spelling.Polish, Spelling.German, Spelling.French];
    private static readonly (string Ending, string Nominative)[] Cases = [("ci", "ka"), ("iv", "i"), ("omu", "e"), ("ogo", "e")];
    private static readonly string[] Endings = ["ska", "ski", "ske", "skoi", "skogo", "skii", "skaia", "skoe", "skomu"];

    private readonly RoughReader rough = new(gazetteer);

    /// <summary>the best such reading of the words from <paramref name="i"/>, or null.</summary>
    public NameMention? Find(string text, List<Word> words, int i, in WordRun run, List<Posting> postings, int least)
    {
        Span<char> sounds = stackalloc char[256];
        Span<char> letters = stackalloc char[256];
        for (var n = Math.Min(run.Length, 3); n >= least; n--)
        {
            if (n == 1 ? !NameContext.MayVary(words, i) : !NameContext.MayPair(words, i, n))
            {
                continue;
            }

            foreach (var spelling in Others)
            {
                postings.Clear();
                var other = new WordRun(text, words, i, sounds, letters, spelling);
                if (other.Length >= n && gazetteer.Keys.Find(other.Hash(KeyKind.Sound, n), postings))
                {
                    return NameFinder.Make(words, i, i + n, run.PlainHash(n), MatchTier.OtherSpelling, postings, 0.5f);
                }
            }

            postings.Clear();
            if (n == 1 && Adjective(words, i, run, postings) is { } adjective)
            {
                return adjective;
            }

            if (Loose(words, i, n, run, postings) is { } loose)
            {
                return loose;
            }
        }

        postings.Clear();
        if (least > 1 || !NameContext.MayVary(words, i))
        {
            return null;
        }

        if (run.Length >= 3 && words[i + 1].In(text) is "and" && NameContext.MayVary(words, i + 2) && Joined(run.Sounds(3), postings))
        {
            return NameFinder.Make(words, i, i + 3, run.PlainHash(3), MatchTier.Slip, postings, 2);
        }

        if (Slip(run.Sounds(1), postings))
        {
            return NameFinder.Make(words, i, i + 1, run.PlainHash(1), MatchTier.Slip, postings, 3);
        }

        return NameContext.IsWhere(text, words, i) && rough.Find(run.Sounds(1), postings) ? NameFinder.Make(words, i, i + 1, run.PlainHash(1), MatchTier.Slip, postings, 4) : null;
    }

    /// <summary>"X and Y" in English for a place that is called "X i Y".</summary>
    private bool Joined(ReadOnlySpan<char> sounds, List<Posting> postings)
    {
        Span<char> other = stackalloc char[256];
        var and = sounds.IndexOf(" and ");
        if (and < 0 || sounds.Length > other.Length)
        {
            return false;
        }

        sounds[..and].CopyTo(other);
        " i ".CopyTo(other[and..]);
        sounds[(and + 5)..].CopyTo(other[(and + 3)..]);
        var joined = other[..(sounds.Length - 2)];
        return gazetteer.Keys.Find(KeyTable.Hash(KeyTable.Hash(KeyKind.Sound), joined), postings) || rough.Find(joined, postings);
    }

    /// <summary>Every reading of word <paramref name="i"/> in another form: adjectives and cases, the same consonants, one letter off.</summary>
    public void All(List<Word> words, int i, in WordRun run, List<Posting> postings)
    {
        var more = new List<Posting>();
        if (Adjective(words, i, run, more) is not null)
        {
            postings.AddRange(more);
            more.Clear();
        }

        if (Loose(words, i, 1, run, more) is not null)
        {
            postings.AddRange(more);
        }

        Slip(run.Sounds(1), postings);
    }

    /// <summary>"Avdiivskyi": the settlement that the adjective is made of.</summary>
    private NameMention? Adjective(List<Word> words, int i, in WordRun run, List<Posting> postings)
    {
        var sounds = run.Sounds(1);
        var headed = i + 1 < words.Count && (words[i + 1].Cue & (Cue.AreaHead | Cue.OblastHead | Cue.RaionHead)) != Cue.None;
        foreach (var ending in Endings)
        {
            if (sounds.Length < ending.Length + 3 || !sounds.EndsWith(ending))
            {
                continue;
            }

            var stem = sounds[..^ending.Length];
            foreach (var tail in (ReadOnlySpan<string>)["", "a", "e", "i", "ka", "sk", "ke", "o", "ne", "na"])
            {
                Tail(stem, tail, postings);
            }

            // "in Novoselivskomu" is the case of "Novoselivske".
            if (ending is "skomu" or "skogo")
            {
                Tail(stem, "ske", postings);
            }

            if (stem.EndsWith("iv"))
            {
                foreach (var tail in (ReadOnlySpan<string>)["ove", "eve", "ov", "ovo"])
                {
                    Tail(stem[..^2], tail, postings);
                }
            }

            if (postings.Count > 0)
            {
                return NameFinder.Make(words, i, i + 1, run.PlainHash(1), MatchTier.Inflected, postings, headed ? 0.5f : 1.5f);
            }
        }

        foreach (var (ending, nominative) in Cases)
        {
            if (sounds.Length >= ending.Length + 3 && sounds.EndsWith(ending))
            {
                Tail(sounds[..^ending.Length], nominative, postings);
                if (postings.Count > 0)
                {
                    return NameFinder.Make(words, i, i + 1, run.PlainHash(1), MatchTier.Inflected, postings, 1.5f);
                }
            }
        }

        return null;
    }

    private void Tail(ReadOnlySpan<char> stem, string tail, List<Posting> postings) =>
        gazetteer.Keys.Find(KeyTable.Hash(KeyTable.Hash(KeyTable.Hash(KeyKind.Sound), stem), tail), postings);

    private NameMention? Loose(List<Word> words, int i, int n, in WordRun run, List<Posting> postings)
    {
        var sounds = run.Sounds(n);
        if (sounds.Length < ShortestLoose)
        {
            return null;
        }

        Span<char> consonants = stackalloc char[256];
        var count = Skeleton.Consonants(sounds, consonants);
        if (count < 4)
        {
            return null;
        }

        var table = gazetteer.Keys.Loose;
        var best = int.MaxValue;
        var tried = 0;
        for (var key = table.First(KeyTable.Hash(KeyTable.Hash(KeyKind.Sound), consonants[..count])); key >= 0 && tried < MostLoose; key = table.Next(key), tried++)
        {
            var far = Edits.Between(sounds, gazetteer.Keys.Text(key)[1..], 4);
            if (far > Math.Min(3, sounds.Length / 3))
            {
                continue;
            }

            if (far < best)
            {
                best = far;
                postings.Clear();
            }

            if (far <= best)
            {
                postings.AddRange(gazetteer.Keys.Postings(key));
            }
        }

        return postings.Count == 0 ? null : NameFinder.Make(words, i, i + n, run.PlainHash(n), MatchTier.Consonants, postings, 1 + (0.5f * best));
    }

    private bool Slip(ReadOnlySpan<char> sounds, List<Posting> postings)
    {
        const string Alphabet = "abvgdezijklmnoprstufxcqw";
        if (sounds.Length is < 6 or > 30 || sounds.Contains(' '))
        {
            return false;
        }

        var start = KeyTable.Hash(KeyKind.Sound);
        for (var i = 0; i <= sounds.Length; i++)
        {
            var head = KeyTable.Hash(start, sounds[..i]);
            if (i < sounds.Length)
            {
                gazetteer.Keys.Find(KeyTable.Hash(head, sounds[(i + 1)..]), postings);
                if (i + 1 < sounds.Length)
                {
                    gazetteer.Keys.Find(KeyTable.Hash(KeyTable.Hash(KeyTable.Hash(head, sounds.Slice(i + 1, 1)), sounds.Slice(i, 1)), sounds[(i + 2)..]), postings);
                }
            }

            foreach (var c in Alphabet)
            {
                var with = KeyTable.Hash(head, new ReadOnlySpan<char>(in c));
                gazetteer.Keys.Find(KeyTable.Hash(with, sounds[i..]), postings);
                if (i < sounds.Length)
                {
                    gazetteer.Keys.Find(KeyTable.Hash(with, sounds[(i + 1)..]), postings);
                }
            }
        }

        return postings.Count > 0;
    }
}
