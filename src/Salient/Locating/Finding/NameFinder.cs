using System.Runtime.InteropServices;
using Salient.Locating.Gazetteers;
using Salient.Locating.Names;
using Salient.Records;

namespace Salient.Locating.Finding;

/// <summary>Finds the names of places in a text: the longest key at each capital, unless the words around it say that it names something else.</summary>
internal sealed class NameFinder(Gazetteer gazetteer, BlockList block)
{
    private readonly VariantFinder variants = new(gazetteer);

    /// <summary>What reads names in other forms.</summary>
    public VariantFinder Variants => variants;

    /// <summary>The names, in order, not overlapping.</summary>
    public List<NameMention> Find(string text, List<Word> words)
    {
        var result = new List<NameMention>();
        var postings = new List<Posting>();
        var persons = new HashSet<ulong>();
        Span<char> sounds = stackalloc char[256];
        Span<char> letters = stackalloc char[256];
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].Upper || IsContraction(text, words[i]))
            {
                continue;
            }

            var run = new WordRun(text, words, i, sounds, letters);
            if (run.Length == 0)
            {
                continue;
            }

            var blocked = block.Match(run);
            var mention = Longest(text, words, i, run, postings);
            if (blocked == 0 && (mention is null || (mention.End - i == 1 && run.Length > 1)))
            {
                mention = variants.Find(text, words, i, run, postings, least: mention is null ? 1 : 2) ?? mention;
            }

            if (mention is null)
            {
                i += Math.Max(blocked, 1) - 1;
                continue;
            }

            if (mention.Tier != MatchTier.Direct && NameContext.WithNoun(words, mention.End) > mention.End && !NameContext.IsNounOfName(words[mention.End]))
            {
                i = mention.End - 1;
                continue;
            }

            if (mention.Tier != MatchTier.Direct && NameContext.WithNoun(words, mention.End) is var noun && noun > mention.End)
            {
                mention.End = noun;
                mention.Span = new TextSpan(mention.Span.Start, words[noun - 1].End);
            }

            if (blocked >= mention.End - mention.First || (NameContext.IsWorks(text, words, mention) && mention.Candidates.All(c => gazetteer.Places.Kind(c.Place) != PlaceKind.Spot)) || NameContext.IsOther(words, mention, Listed(text, words, mention, result), run.PlainHash(1), block, persons))
            {
                i = Math.Max(i + blocked, mention.End) - 1;
                continue;
            }

            result.Add(mention);
            i = mention.End - 1;
        }

        return result;
    }

    /// <summary>True for "I'm", "I'll".</summary>
    private static bool IsContraction(string text, Word word) =>
        word.End - word.Start is >= 3 and <= 4 && text[word.Start] == 'I' && Letters.IsMark(text[word.Start + 1]);

    /// <summary>True for a name that a comma, or "and", joins to a place right before it.</summary>
    private static bool Listed(string text, List<Word> words, NameMention mention, List<NameMention> before)
    {
        if (before.Count == 0)
        {
            return false;
        }

        var first = before[^1].End;
        return first == mention.First ? words[first].Gap == Gap.Comma
            : first == mention.First - 1 && words[mention.First].Gap == Gap.Space && words[first].Gap <= Gap.Comma && words[first].In(text) is "and" or "or" or "та" or "і";
    }

    private NameMention? Longest(string text, List<Word> words, int i, in WordRun run, List<Posting> postings)
    {
        for (var n = run.Length; n > 0; n--)
        {
            postings.Clear();
            var end = Headed(text, words, i, n, run, postings);
            if (end == 0 && Direct(text, words, i, n, run, postings))
            {
                end = NameContext.WithNoun(words, i + n);
            }

            if (end > 0 && postings.Count > 0)
            {
                return Make(words, i, end, run.PlainHash(n), MatchTier.Direct, postings);
            }
        }

        return null;
    }

    private bool Direct(string text, List<Word> words, int i, int n, in WordRun run, List<Posting> postings)
    {
        if (n == 1 && words[i] is { Capitals: true } word && word.End - word.Start <= 6)
        {
            var plain = word.In(text).ToString().Replace(".", "", StringComparison.Ordinal);
            if (gazetteer.Keys.Find(KeyTable.Hash(KeyTable.Hash(KeyKind.Exact), plain), postings))
            {
                return true;
            }
        }

        var found = run.Plain(n).Length > 0 && gazetteer.Keys.Find(run.PlainHash(n), postings);
        return gazetteer.Keys.Find(run.Hash(KeyKind.Sound, n), postings) || found;
    }

    /// <summary>Names that a word before or after them makes an oblast, a raion, a river, an island or an airfield; returns the end, 0 for none.</summary>
    private int Headed(string text, List<Word> words, int i, int n, in WordRun run, List<Posting> postings)
    {
        var keys = gazetteer.Keys;
        var last = words[i + n - 1];
        var next = i + n;
        if (next < words.Count && words[next].Gap <= Gap.Hyphen && !last.Possessive)
        {
            var cue = words[next].Cue;
            if (((cue & Cue.OblastHead) != Cue.None && (keys.Find(run.Hash(KeyKind.Oblast, n), postings) || Declined(text, words[i], KeyKind.Oblast, run.Sounds(n), postings))) ||
                ((cue & Cue.RaionHead) != Cue.None && keys.Find(run.Hash(KeyKind.Raion, n), postings)) ||
                ((cue & Cue.WaterHead) != Cue.None && keys.Find(run.Hash(KeyKind.Water, n), postings)) ||
                ((cue & Cue.IslandHead) != Cue.None && keys.Find(run.Hash(KeyKind.Island, n), postings)) ||
                ((cue & Cue.AirfieldHead) != Cue.None && keys.Find(run.Hash(KeyKind.Airfield, n), postings)))
            {
                return next + 1;
            }
        }

        if (NameContext.SharedHead(words, next, Cue.OblastHead) && keys.Find(run.Hash(KeyKind.Oblast, n), postings))
        {
            return next;
        }

        // "the region of X"
        if (i > 1 && words[i].Gap == Gap.Space && words[i - 1].Gap == Gap.Space && words[i - 1].In(text) is "of" && (words[i - 2].Cue & Cue.OblastHead) != Cue.None && keys.Find(run.Hash(KeyKind.Oblast, n), postings))
        {
            return next;
        }

        if (i > 0 && words[i].Gap == Gap.Space)
        {
            var cue = words[i - 1].Cue;
            if (((cue & Cue.WaterBefore) != Cue.None && keys.Find(run.Hash(KeyKind.Water, n), postings)) ||
                ((cue & Cue.IslandBefore) != Cue.None && keys.Find(run.Hash(KeyKind.Island, n), postings)) ||
                (NameContext.IsThe(text, words, i - 1) && NameContext.EndsPhrase(words, next) && keys.Find(run.Hash(KeyKind.Water, n), postings)))
            {
                return next;
            }
        }

        return 0;
    }

    /// <summary>Finds a name whose adjective stands in another case: "Сумської області".</summary>
    private bool Declined(string text, Word first, char kind, ReadOnlySpan<char> sounds, List<Posting> postings)
    {
        if (text[first.Start] < 'Ѐ')
        {
            return false;
        }

        foreach (var ending in (ReadOnlySpan<string>)["oi", "i", "u"])
        {
            if (sounds.EndsWith(ending) && gazetteer.Keys.Find(KeyTable.Hash(KeyTable.Hash(KeyTable.Hash(kind), sounds[..^ending.Length]), "a"), postings))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The mention of words <paramref name="first"/> to <paramref name="end"/> with the entries in <paramref name="postings"/>.</summary>
    internal static NameMention Make(List<Word> words, int first, int end, ulong key, MatchTier tier, List<Posting> postings, float penalty = 0)
    {
        var candidates = new Candidate[postings.Count];
        var n = 0;
        foreach (var p in CollectionsMarshal.AsSpan(postings))
        {
            var seen = false;
            for (var j = 0; j < n && !seen; j++)
            {
                if (candidates[j].Place == p.Place)
                {
                    seen = true;
                    candidates[j].Grade = (NameGrade)Math.Min((byte)candidates[j].Grade, (byte)p.Grade);
                }
            }

            if (!seen)
            {
                candidates[n++] = new Candidate(p.Place, p.Grade, penalty);
            }
        }

        return new NameMention
        {
            First = first,
            End = end,
            Span = new TextSpan(words[first].Start, words[end - 1].End),
            Sentence = words[first].Sentence,
            Candidates = n == candidates.Length ? candidates : candidates[..n],
            Tier = tier,
            Key = key,
        };
    }
}
