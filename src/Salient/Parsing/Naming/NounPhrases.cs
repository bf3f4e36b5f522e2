using Salient.Records;

namespace Salient.Parsing.Naming;

/// <summary>Mentions that a noun heads: "Russian forces", "the 47th Mechanized Brigade", "T-72 tanks", "the governor of the region".</summary>
internal static class NounPhrases
{
    public static void Find(Sentence sentence, MentionCues cues, Candidates candidates)
    {
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            var t = sentence.Tokens[i];
            if (t.Tag is not (Upos.NOUN or Upos.PROPN))
            {
                continue;
            }

            var kind = t.Tag == Upos.PROPN ? cues.NameKind(t.Form) : cues.Kind(t.Lemma) ?? cues.NameKind(t.Form);
            if (kind is not ("force" or "weapon" or "post" or "organisation" or "group") || IsModifier(sentence, i, cues))
            {
                continue;
            }

            Add(sentence, i, kind, cues, candidates);
        }
    }

    private static void Add(Sentence sentence, int head, string kind, MentionCues cues, Candidates candidates)
    {
        var first = Start(sentence, head);
        var end = head + 1;
        var isName = sentence.Tokens[head].Tag == Upos.PROPN;
        switch (kind)
        {
            case "force":
                candidates.Add(first, end, MentionType.Force, side: candidates.SideWithin(first, end));
                break;
            case "weapon":
                candidates.Add(first, end, MentionType.Weapon);
                break;
            case "post":
                candidates.Add(first, Complement(sentence, head), MentionType.Post, side: candidates.SideWithin(first, end));
                break;
            default:
                end = isName ? NameRuns.Extend(sentence, end) : end;
                if (!candidates.Covers(head, MentionType.Force, MentionType.Person))
                {
                    candidates.Add(first, end, MentionType.Organisation, side: candidates.SideWithin(first, end));
                }

                break;
        }
    }

    /// <summary>A noun before another noun of the same name: "army units" is one mention, headed by the last.</summary>
    private static bool IsModifier(Sentence sentence, int i, MentionCues cues)
    {
        var t = sentence.Tokens[i];
        if (t.Head <= i || t.Head > i + 3 || t.Relation is not ("compound" or "flat" or "nmod:desc"))
        {
            return false;
        }

        var head = sentence.Tokens[t.Head];
        return (cues.Kind(head.Lemma) ?? cues.NameKind(head.Form)) is "force" or "organisation" or "weapon" or "post";
    }

    /// <summary>The first modifier that belongs to the name: nouns, adjectives of origin, numbers of units; no determiners, no counts.</summary>
    private static int Start(Sentence sentence, int head)
    {
        var first = head;
        while (first > 0 && (Belongs(sentence, first - 1, head) || IsNamed(sentence, first - 1, head)))
        {
            first--;
        }

        while (first < head && sentence.Tokens[first].Tag is Upos.PUNCT or Upos.ADV or Upos.PART)
        {
            first++;
        }

        return first;
    }

    private static bool Belongs(Sentence sentence, int i, int head)
    {
        var t = sentence.Tokens[i];
        var up = t.Head;
        var inside = up > i && up <= head;
        return t.Tag switch
        {
            Upos.NOUN or Upos.PROPN or Upos.X => inside && t.Relation is "compound" or "flat" or "nmod:desc" or "nmod:poss" || (t.Tag == Upos.PROPN && up >= i - 2 && up <= head && t.Relation is "flat" or "compound"),
            Upos.ADJ => inside,
            Upos.NUM => inside && t.Relation is "compound" or "amod",
            Upos.PUNCT => CharKinds.IsHyphen(t.Form[0]) && t.Form.Length == 1 && inside,
            Upos.PART => t.Relation == "case" && i > 0 && sentence.Tokens[i - 1].Tag == Upos.PROPN,
            Upos.VERB => inside && t.Relation == "amod",
            _ => false,
        };
    }

    /// <summary>Capitals and ordinals right before a proper name's head are its own, whatever the tree says.</summary>
    private static bool IsNamed(Sentence sentence, int i, int head)
    {
        var t = sentence.Tokens[i];
        return sentence.Tokens[head].Tag == Upos.PROPN && t.Relation != "root"
            && (t.Tag == Upos.PROPN || (t.Tag is Upos.ADJ or Upos.NUM or Upos.NOUN && (char.IsAsciiDigit(t.Form[0]) || (char.IsUpper(t.Form[0]) && i > 0))));
    }

    /// <summary>Takes in "of …" after a post: "head of the regional administration".</summary>
    private static int Complement(Sentence sentence, int head)
    {
        if (head + 2 >= sentence.Tokens.Length || sentence.Tokens[head + 1].Form is not ("of" or "for"))
        {
            return head + 1;
        }

        foreach (var child in sentence.Children(head))
        {
            if (child > head && child <= head + 8 && sentence.Tokens[child].Relation.StartsWith("nmod", StringComparison.Ordinal) && sentence.Tokens[child].Tag is Upos.NOUN or Upos.PROPN)
            {
                return NameRuns.Extend(sentence, child + 1);
            }
        }

        return head + 1;
    }
}
