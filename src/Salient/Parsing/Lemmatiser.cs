using Salient.Records;

namespace Salient.Parsing;

/// <summary>Base forms: exceptions first, then the spelling rules of English, decided by the base forms that are known.</summary>
internal sealed class Lemmatiser
{
    private readonly Dictionary<Inflected, string> exceptions = [];
    private readonly HashSet<(string Base, Upos Tag)> known = [];

    /// <param name="lines">"form, tag, word form, lemma" for exceptions and "base, tag" for base forms, tab-separated.</param>
    public Lemmatiser(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var cells = line.Split('\t');
            if (cells.Length == 4 && Enum.TryParse<Upos>(cells[1], out var tag) && Enum.TryParse<WordForm>(cells[2], out var form))
            {
                exceptions[new Inflected(cells[0], tag, form)] = cells[3];
            }
            else if (cells.Length == 2 && Enum.TryParse(cells[1], out tag))
            {
                known.Add((cells[0], tag));
            }
        }
    }

    /// <summary>The lemma of a word with its tag and form.</summary>
    public string Lemma(string form, Upos tag, WordForm wordForm)
    {
        if (tag == Upos.PROPN)
        {
            return wordForm == WordForm.Plural && form.Length > 3 ? Singular(form) : form;
        }

        var lower = Lower(form);
        return exceptions.TryGetValue(new Inflected(lower, tag, wordForm), out var lemma) ? lemma : ByRule(lower, tag, wordForm);
    }

    /// <summary>The lemma that the rules alone give.</summary>
    public string ByRule(string lower, Upos tag, WordForm wordForm) => (tag, wordForm) switch
    {
        _ when lower.Length < 4 => lower,
        (Upos.NOUN, WordForm.Plural) or (Upos.VERB or Upos.AUX, WordForm.Present) => Singular(lower, tag),
        (Upos.VERB or Upos.AUX, WordForm.Past or WordForm.PastParticiple) => Stripped(lower, "ed", tag),
        (Upos.VERB or Upos.AUX, WordForm.Gerund) => Stripped(lower, "ing", tag),
        (Upos.ADJ or Upos.ADV, WordForm.Compared) when lower.EndsWith("est") => Stripped(lower, "est", tag),
        (Upos.ADJ or Upos.ADV, WordForm.Compared) => Stripped(lower, "er", tag),
        _ => lower,
    };

    private static string Lower(string form)
    {
        foreach (var c in form)
        {
            if (char.IsUpper(c) || c == '\u2019')
            {
                return form.Lowered().Replace('\u2019', '\'');
            }
        }

        return form;
    }

    private string Singular(string form, Upos tag = Upos.NOUN)
    {
        if (!form.EndsWith('s') || form.EndsWith("ss") || form.EndsWith("us") || form.EndsWith("is"))
        {
            return form;
        }

        if (form.EndsWith("ies") && form.Length > 4)
        {
            return known.Contains((form[..^1], tag)) ? form[..^1] : form[..^3] + "y";
        }

        if (form.EndsWith("es"))
        {
            var bare = form[..^2];
            var hisses = bare.EndsWith('s') || bare.EndsWith('x') || bare.EndsWith("sh") || bare.EndsWith("ch") || bare.EndsWith('z') || bare.EndsWith('o');
            if (known.Contains((form[..^1], tag)))
            {
                return form[..^1];
            }

            return known.Contains((bare, tag)) || (hisses && !bare.EndsWith("as") && !bare.EndsWith("us") && !bare.EndsWith("is") && !bare.EndsWith("os")) ? bare : form[..^1];
        }

        return form[..^1];
    }

    private string Stripped(string form, string ending, Upos tag)
    {
        if (!form.EndsWith(ending) || form.Length < ending.Length + 2)
        {
            return form;
        }

        var bare = form[..^ending.Length];
        var single = Doubled(bare) ? bare[..^1] : bare;
        if (ending[0] == 'e' && bare.EndsWith('i') && bare.Length > 2)
        {
            return bare[..^1] + "y";
        }

        foreach (var candidate in (ReadOnlySpan<string>)[bare, bare + "e", single])
        {
            if (known.Contains((candidate, tag)))
            {
                return candidate;
            }
        }

        if (Doubled(bare) && bare[^1] is not ('l' or 's' or 'z' or 'f'))
        {
            return single;
        }

        return WantsE(bare) ? bare + "e" : bare;
    }

    private static bool Doubled(string bare) => bare.Length > 2 && bare[^1] == bare[^2] && !IsVowel(bare[^1]);

    private static bool WantsE(string bare)
    {
        if (bare.Length < 2)
        {
            return false;
        }

        var (before, last) = (bare[^2], bare[^1]);
        return last switch
        {
            'v' or 'c' or 'u' => true,
            'z' or 's' => before != last && (IsVowel(before) || before is 'r' or 'n' or 'l'),
            'g' => before is 'n' or 'd' or 'r' or 'l' or 'a',
            't' => bare.EndsWith("at") && !bare.EndsWith("eat"),
            'r' => (bare.EndsWith("ir") || bare.EndsWith("ur")) && !bare.EndsWith("our") && !bare.EndsWith("air"),
            'l' => !IsVowel(before) && before is not ('l' or 'r' or 'w'),
            _ => false,
        };
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private readonly record struct Inflected(string Form, Upos Tag, WordForm WordForm)
    {
        public bool Equals(Inflected other) => Tag == other.Tag && WordForm == other.WordForm && Form == other.Form;

        public override int GetHashCode()
        {
            var hash = ((int)Tag << 4) ^ (int)WordForm;
            foreach (var c in Form)
            {
                hash = (hash ^ c) * 16777619;
            }

            return hash;
        }
    }
}
