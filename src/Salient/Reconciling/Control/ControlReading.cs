using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>Words about a place's name in a claim that tell how the claim bears on it. Data: <c>wording</c> of a theatre's <c>policy.yaml</c>.</summary>
/// <param name="Toward">Before the name, or the list that it stands in: something heads there.</param>
/// <param name="From">Something comes from there.</param>
/// <param name="Beside">Something happens on a bearing from it: nothing is said of the place.</param>
/// <param name="Part">Only a part of the place is spoken of.</param>
/// <param name="Skipped">Between those and the name, without weight.</param>
/// <param name="After">After the name: it names a direction, a road or an area, not the place.</param>
/// <param name="Pieces">Words in a place's name by which it is a part of the place.</param>
/// <param name="Aims">First words of headings that state an aim.</param>
/// <param name="All">Before the name of an area: all of its ground is spoken of.</param>
/// <param name="Nearly">Likewise, but for little of it.</param>
/// <param name="Occupied">Words before a name by which ground under a foreign side is told from the rest.</param>
/// <param name="Held">Second halves of words that name the holder first ("A-held").</param>
/// <param name="Saying">Words of saying that an infinitive may follow ("claimed to hold").</param>
/// <param name="Leaving">Beginnings of words by which somebody leaves.</param>
/// <param name="Driving">Beginnings of words by which one side makes the other leave.</param>
/// <param name="Taking">Beginnings of words by which somebody takes or holds.</param>
/// <param name="Freeing">Beginnings of those among them that tell of no holding.</param>
/// <param name="Relative">First words of a claim that stand for a place named before it.</param>
/// <param name="Owning">Words before which a side's name says that it holds a place.</param>
/// <param name="Between">Words that may stand between a side's name and what it does.</param>
/// <param name="Sides">By side, words that name it before what it does or has.</param>
public sealed record ControlWording(
    ImmutableArray<string> Toward,
    ImmutableArray<string> From,
    ImmutableArray<string> Beside,
    ImmutableArray<string> Part,
    ImmutableArray<string> Skipped,
    ImmutableArray<string> After,
    ImmutableArray<string> Pieces,
    ImmutableArray<string> Aims,
    ImmutableArray<string> All,
    ImmutableArray<string> Nearly,
    ImmutableArray<string> Occupied,
    ImmutableArray<string> Held,
    ImmutableArray<string> Saying,
    ImmutableArray<string> Leaving,
    ImmutableArray<string> Driving,
    ImmutableArray<string> Taking,
    ImmutableArray<string> Freeing,
    ImmutableArray<string> Relative,
    ImmutableArray<string> Owning,
    ImmutableArray<string> Between,
    ImmutableDictionary<string, ImmutableArray<string>> Sides);

/// <summary>Reads how a claim's words bear on a place that they name, by the words just before and after the name. Pure.</summary>
/// <param name="wording">The words.</param>
internal sealed class ControlReading(ControlWording wording)
{
    private const int LongestList = 40, FewLetters = 4;
    private readonly string[][] toward = Split(wording.Toward), from = Split(wording.From), beside = Split(wording.Beside), part = Split(wording.Part);
    private readonly string[][] all = Split(wording.All), nearly = Split(wording.Nearly);

    /// <summary>The place's role by the words themselves; null where they say nothing of the place.</summary>
    /// <param name="evidence">The claim's words.</param>
    /// <param name="place">A place of the claim, its role as coded.</param>
    /// <param name="wholly">True for an act that gives the whole place a holder: a part of it is then not enough.</param>
    /// <param name="area">True for a raion, an oblast or a bank: its role is then "all" or "nearly" where the words say that.</param>
    public string? Role(string evidence, ClaimPlace place, bool wholly, bool area = false)
    {
        var at = At(evidence, place.Name);
        if (at < 0)
        {
            if (wholly && !area && Short(Words(evidence)))
            {
                return null;
            }

            // "near X, which A's forces took": what stands before the name there is not of the taking.
            return wholly && place.Role is "near" or "toward" or "from" && Words(evidence).FirstOrDefault() is { } first && wording.Relative.Contains(first, StringComparer.OrdinalIgnoreCase) ? "at" : place.Role;
        }

        if (wording.Aims.Any(a => evidence.StartsWith(a + " ", StringComparison.Ordinal)) || Names(evidence, at + place.Name.Length, area))
        {
            return null;
        }

        if (!area && Inside(place.Name) is var (silent, some) && (silent || (some && wholly)))
        {
            return null;
        }

        var words = Words(evidence[Sentence(evidence, at)..at]);
        var end = Skip(words, Listed(words, words.Count));
        if (area && Extent(words, end, Words(place.Name), evidence.IndexOf(" except", at, StringComparison.Ordinal) >= 0) is { } extent)
        {
            return extent;
        }

        return true switch
        {
            _ when Ends(words, end, toward) => "toward",
            _ when Ends(words, end, part) => wholly ? null : place.Role,
            _ when Ends(words, end, beside) => null,
            _ when Ends(words, end, from) => "from",
            _ => place.Role,
        };
    }

    /// <summary>True for "most of the town", "the entrances to the village": a part of what a noun stands for.</summary>
    private bool Short(List<string> words)
    {
        for (var noun = 1; noun < words.Count; noun++)
        {
            if (wording.Skipped.Contains(words[noun]) && words[noun - 1].Equals("the", StringComparison.OrdinalIgnoreCase) && Ends(words, noun - 1, part))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where a name stands in a text by itself; else where it first stands at all, as a part of another; -1 where it does not.</summary>
    internal static int At(string text, string name)
    {
        for (var at = name.Length == 0 ? -1 : text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '–')) && (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] is '-' or '–')))
            {
                return at;
            }
        }

        return text.IndexOf(name, StringComparison.Ordinal);
    }

    /// <summary>True where some word tells of taking, holding or leaving: without one, and without the place's name, words say nothing of who has it ("the surrounding settlements"; of a holding, "released by A's forces").</summary>
    public bool Takes(string evidence, bool holding) =>
        Words(evidence).Any(w => wording.Taking.Concat(wording.Leaving).Any(t => w.StartsWith(t, StringComparison.OrdinalIgnoreCase) && !(holding && wording.Freeing.Contains(t))));

    /// <summary>True where some word tells that somebody leaves, or is made to.</summary>
    public bool Leaves(string evidence) => Words(evidence).Any(w => wording.Leaving.Concat(wording.Driving).Any(t => w.StartsWith(t, StringComparison.OrdinalIgnoreCase)));

    /// <summary>True for words that begin with the taking itself ("capturing all of X"): whether it is done or wanted they do not tell, unless little is excepted, which nobody aims at; nor do they where only that word is quoted (“liberated” all of X).</summary>
    public bool Bare(string evidence) =>
        Words(evidence) is [var first, ..] && ((first.EndsWith("ing", StringComparison.Ordinal) && wording.Taking.Any(t => first.StartsWith(t, StringComparison.OrdinalIgnoreCase)))
            || evidence.AsSpan(evidence.IndexOf(first, StringComparison.Ordinal) + first.Length).StartsWith("”"));

    /// <summary>Words without "to" behind a word of saying: who claims to have taken a place does not want to take it.</summary>
    public string Unsaid(string words)
    {
        foreach (var say in wording.Saying)
        {
            words = words.Replace(say + " to ", say + " ", StringComparison.OrdinalIgnoreCase);
        }

        return words;
    }

    /// <summary>"all" or "nearly" where the words before an area's name, or those that its name begins with, say how much of it is meant.</summary>
    private string? Extent(List<string> words, int end, List<string> name, bool excepts)
    {
        var lead = Enumerable.Range(1, Math.Max(0, name.Count - 1)).TakeWhile(k => !char.IsUpper(name[k - 1][0])).ToList();
        return Ends(words, end, nearly) || lead.Any(k => Ends(name, k, nearly)) || ((Ends(words, end, all) || lead.Any(k => Ends(name, k, all))) && excepts) ? "nearly" : Ends(words, end, all) || lead.Any(k => Ends(name, k, all)) ? "all" : null;
    }

    /// <summary>
    /// The words of the place's sentence that can put what is said of it in the future: those up to the name; all of them where the name begins the sentence or no word of
    /// taking stands before it. "They took X in order to go on to Y" has taken X, "they fight in X in order to take Y" has not.
    /// </summary>
    public string Leading(string evidence, ClaimPlace place)
    {
        var at = At(evidence, place.Name);
        var start = at < 0 ? 0 : Sentence(evidence, at);
        return at < 0 || evidence[start..at].Count(char.IsLetter) < FewLetters || !Words(evidence[start..at]).Any(w => wording.Taking.Any(t => w.StartsWith(t, StringComparison.OrdinalIgnoreCase))) ? evidence[start..] : evidence[start..at];
    }

    /// <summary>What the words of a name that is more than a name tell: that it is no place ("the X salient", "X-Y", "west of X"), or a part of one ("the outskirts of X").</summary>
    private (bool Silent, bool Part) Inside(string name)
    {
        var words = Words(name.TrimEnd('.', ','));
        var silent = Pair(name) || Enumerable.Range(1, words.Count).Any(k => Ends(words, k, beside)) || (words.Count > 1 && words.Skip(1).Any(x => wording.After.Contains(x)));
        return (silent, words.Count > 1 && (Enumerable.Range(1, words.Count).Any(k => Ends(words, k, part)) || words.Any(x => wording.Pieces.Contains(x))));
    }

    /// <summary>True for two names that a dash joins, as a road or a line of contact is called; "Ivano-Y" is one name.</summary>
    private bool Pair(string name)
    {
        for (var i = 1; i + 1 < name.Length; i++)
        {
            if (name[i] is '-' or '–' && char.IsUpper(name[i + 1]) && name[i - 1] != 'o' && !wording.Skipped.Any(s => name[(i + 1)..].StartsWith(s, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the sentence begins that holds <paramref name="at"/>: after a full stop and a capital, or a note's number.</summary>
    internal static int Sentence(string text, int at)
    {
        for (var i = at - 2; i > 0; i--)
        {
            if (text[i] == '.' && (text[i + 1] == '[' || (text[i + 1] == ' ' && i + 2 < text.Length && char.IsUpper(text[i + 2]) && char.IsLower(text[i - 1]))))
            {
                return i + 1;
            }
        }

        return 0;
    }

    private bool Names(string text, int end, bool area)
    {
        if (end + 1 < text.Length && text[end] is '-' or '–' && char.IsLetter(text[end + 1]))
        {
            return true;
        }

        var rest = text[end..].TrimStart(' ', '’', '\'', 's');
        return !area && wording.After.Any(a => rest.StartsWith(a, StringComparison.OrdinalIgnoreCase) && text.Length > end && text[end] is ' ' or '’' or '\'');
    }

    /// <summary>Words, commas and brackets, in order.</summary>
    internal static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '’' or '\'' or '-'))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }

            if (i < text.Length && text[i] is ',' or '(' or ')' or '/' or '%')
            {
                words.Add(text[i] == '%' ? "percent" : text[i].ToString());
            }
        }

        return words;
    }

    private int Skip(List<string> words, int end)
    {
        while (end > 0 && wording.Skipped.Contains(words[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>The end of the words before the list of names that stands before <paramref name="end"/>.</summary>
    internal static int Listed(List<string> words, int end)
    {
        for (var names = 0; names < LongestList; names++)
        {
            var k = end;
            while (k > 0 && words[k - 1] is "," or "and" or "or" or "/")
            {
                k--;
            }

            if (k == end)
            {
                return end;
            }

            if (k > 0 && words[k - 1] == ")")
            {
                var open = words.LastIndexOf("(", k - 1);
                k = open < 0 ? k : open;
            }

            var before = k;
            while (k > 0 && char.IsUpper(words[k - 1][0]))
            {
                k--;
            }

            if (k == before || k == 0)
            {
                return end;
            }

            end = k;
        }

        return end;
    }

    private static bool Ends(List<string> words, int end, string[][] phrases)
    {
        foreach (var phrase in phrases)
        {
            var fits = phrase.Length <= end;
            for (var i = 0; fits && i < phrase.Length; i++)
            {
                fits = words[end - phrase.Length + i].Equals(phrase[i], StringComparison.OrdinalIgnoreCase);
            }

            if (fits)
            {
                return true;
            }
        }

        return false;
    }

    private static string[][] Split(ImmutableArray<string> phrases) => [.. phrases.Select(p => p.Split(' '))];
}
