namespace Salient.Coding.Frames;

/// <summary>The forms of the verbs that frames fire on: a rare verb's lemma or tag is often misread, its form is not.</summary>
internal sealed class VerbForms
{
    private readonly Dictionary<string, string> lemmas = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Inflects <paramref name="verbs"/>; <paramref name="irregular"/> holds "retake retook retaken", lemma first.</summary>
    public VerbForms(IEnumerable<string> verbs, WordList irregular)
    {
        var odd = irregular.Words.Select(w => w.Split(' ')).ToDictionary(w => w[0], w => w[1..], StringComparer.OrdinalIgnoreCase);
        foreach (var verb in verbs)
        {
            foreach (var form in odd.TryGetValue(verb, out var known) ? known.Concat(Present(verb)) : Past(verb).Concat(Present(verb)))
            {
                lemmas.TryAdd(form, verb);
            }
        }
    }

    /// <summary>The verb that <paramref name="form"/> is an inflected form of, or null.</summary>
    public string? Lemma(string form) => lemmas.GetValueOrDefault(form);

    private static IEnumerable<string> Past(string verb)
    {
        var last = verb[^1];
        if (last == 'e')
        {
            yield return verb + "d";
        }
        else if (last == 'y' && verb.Length > 1 && !Vowel(verb[^2]))
        {
            yield return verb[..^1] + "ied";
        }
        else
        {
            yield return verb + "ed";
            if (!Vowel(last) && last is not ('w' or 'x' or 'y') && verb.Length > 2 && Vowel(verb[^2]))
            {
                yield return verb + last + "ed";
            }
        }
    }

    private static IEnumerable<string> Present(string verb)
    {
        var last = verb[^1];
        yield return last == 'y' && verb.Length > 1 && !Vowel(verb[^2]) ? verb[..^1] + "ies" : last is 's' or 'x' or 'z' or 'h' ? verb + "es" : verb + "s";
        yield return last == 'e' ? verb[..^1] + "ing" : verb + "ing";
        if (!Vowel(last) && last is not ('w' or 'x' or 'y') && verb.Length > 2 && Vowel(verb[^2]))
        {
            yield return verb + last + "ing";
        }
    }

    private static bool Vowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
