using System.Globalization;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Names what can be seen of a unit, for the model to weigh. A name says what it is: "H:capture" the predicate's class, "oC:territory" the object's.</summary>
internal static class Features
{
    /// <summary>Adds the names of <paramref name="unit"/>'s features to <paramref name="into"/>.</summary>
    public static void Add(Context context, Unit unit, FeatureList into)
    {
        into.Add("bias");
        var sentence = context.Sentences[unit.Sentence];
        var view = new UnitView(context, unit, sentence);
        Predicate(view, into);
        Party(view, unit.Clause.Agent, "s", into);
        Party(view, unit.Clause.Object, "o", into);
        Obliques(view, into);
        Bag(view, into);
        Grammar(view, into);
        Voice(view, into);
        Setting(view, into);
        Frames(view, into);
    }

    private static void Predicate(UnitView v, FeatureList into)
    {
        var c = v.Unit.Clause;
        var type = c.Type;
        into.Add($"t:{type}");
        into.Add($"h:{v.Lemma(c.Content)}");
        foreach (var name in v.Classes(c.Content))
        {
            into.Add($"H:{name}");
            into.Add($"tH:{type}:{name}");
            foreach (var o in v.Classes(c.Object))
            {
                into.Add($"HO:{name}:{o}");
            }

            foreach (var s in v.Classes(c.Agent))
            {
                into.Add($"HS:{name}:{s}");
            }

            if (c.Mark.Length > 0)
            {
                into.Add($"mH:{c.Mark}:{name}");
            }

            if (v.Modal.Length > 0)
            {
                into.Add($"modH:{v.Modal}:{name}");
            }

            if (v.Negated)
            {
                into.Add($"negH:{name}");
            }

            into.Add($"sideH:{v.Side(c.Agent) ?? "-"}:{name}");
        }

        foreach (var carrier in c.Carriers)
        {
            into.Add($"c:{v.Lemma(carrier)}");
            foreach (var name in v.Classes(carrier))
            {
                into.Add($"C:{name}");
                foreach (var inner in v.Classes(c.Content))
                {
                    into.Add($"CH:{name}:{inner}");
                }
            }
        }

        if (c.Mark.Length > 0)
        {
            into.Add($"m:{c.Mark}");
        }

        if (c.Governor >= 0 && c.Type is not ClauseType.Nominal)
        {
            into.Add($"g:{c.Type}:{v.Lemma(c.Governor)}");
            foreach (var name in v.Classes(c.Governor))
            {
                into.Add($"G:{c.Type}:{name}");
            }
        }
        else if (c.Governor >= 0)
        {
            into.Add($"n:{v.Sentence.Tokens[c.Head].Relation}:{v.Sentence.Case(c.Head)}");
        }
    }

    private static void Party(UnitView v, int token, string slot, FeatureList into)
    {
        if (token < 0)
        {
            into.Add($"{slot}-");
            return;
        }

        var word = v.Sentence.Tokens[token];
        into.Add($"{slot}t:{word.Tag}");
        if (v.Side(token) is { } side)
        {
            into.Add($"{slot}side");
            into.Add($"{slot}side:{side}");
        }

        if (v.Mention(token) is { } mention)
        {
            into.Add($"{slot}m:{mention.Type}");
        }

        if (word.Tag == Upos.PRON)
        {
            into.Add($"{slot}p:{word.Lemma.Lowered()}");
        }
        else if (word.Tag != Upos.PROPN)
        {
            into.Add($"{slot}w:{v.Lemma(token)}");
        }

        foreach (var name in v.Classes(token))
        {
            into.Add($"{slot}C:{name}");
        }
    }

    private static void Obliques(UnitView v, FeatureList into)
    {
        foreach (var head in v.Chain)
        {
            foreach (var c in v.Sentence.Children(head))
            {
                var token = v.Sentence.Tokens[c];
                if (!token.Is("obl") && !token.Is("nmod"))
                {
                    if (token.Is("compound") && token.Relation.EndsWith(":prt", StringComparison.Ordinal))
                    {
                        into.Add($"prt:{token.Lemma}");
                        into.Add($"hprt:{v.Lemma(head)} {token.Lemma}");
                    }

                    continue;
                }

                var preposition = v.Sentence.Case(c);
                into.Add($"p:{preposition}");
                if (v.Mention(c)?.Type is { } type)
                {
                    into.Add($"pm:{preposition}:{type}");
                }

                foreach (var name in v.Classes(c))
                {
                    into.Add($"pC:{preposition}:{name}");
                }
            }
        }
    }

    private static void Bag(UnitView v, FeatureList into)
    {
        for (var t = v.Unit.Clause.First; t < v.Unit.Clause.End; t++)
        {
            var tag = v.Sentence.Tokens[t].Tag;
            if (tag is Upos.NOUN or Upos.VERB or Upos.ADJ or Upos.ADV or Upos.SCONJ)
            {
                into.AddOnce($"w:{v.Lemma(t)}");
            }

            foreach (var name in v.Classes(t))
            {
                into.AddOnce($"W:{tag}:{name}");
            }
        }
    }

    private static void Grammar(UnitView v, FeatureList into)
    {
        var content = v.Sentence.Tokens[v.Unit.Clause.Content];
        into.Add($"tag:{content.Tag}");
        into.Add($"form:{content.WordForm}");
        if (v.Modal.Length > 0)
        {
            into.Add($"mod:{v.Modal}");
        }

        if (v.Negated)
        {
            into.Add("neg");
        }

        if (v.Unit.Clause.Passive)
        {
            into.Add("passive");
        }

        foreach (var c in v.Sentence.Children(v.Unit.Clause.Head))
        {
            var token = v.Sentence.Tokens[c];
            if (token.Is("aux"))
            {
                into.Add($"aux:{token.Form.Lowered()}");
            }
            else if (token.Is("advmod"))
            {
                into.Add($"adv:{token.Lemma.Lowered()}");
                foreach (var name in v.Classes(c))
                {
                    into.Add($"A:{name}");
                }
            }
            else if (token.Is("cop"))
            {
                into.Add("cop");
            }
            else if (token.Is("ccomp") || token.Is("advcl"))
            {
                into.Add($"has:{token.Relation}");
            }
        }

        var length = v.Unit.Clause.End - v.Unit.Clause.First;
        into.Add($"len:{(length < 4 ? "3" : length < 8 ? "7" : length < 15 ? "14" : "more")}");
        foreach (var type in v.MentionTypes)
        {
            into.Add($"in:{type}");
        }

        into.Add($"sides:{v.Sides.ToString(CultureInfo.InvariantCulture)}");
    }

    private static void Voice(UnitView v, FeatureList into)
    {
        if (v.Quoted)
        {
            into.Add("quoted");
        }

        if (v.Attribution is not { } over)
        {
            into.Add("own");
            return;
        }

        into.Add("attributed");
        if (over.By is { } by)
        {
            into.Add($"by:{by.Type}");
            into.Add($"byside:{by.Side}");
        }

        var first = v.Unit.Clause.Agent >= 0 && v.Sentence.Tokens[v.Unit.Clause.Agent].Lemma.Lowered() is "we" or "i";
        if (first)
        {
            into.Add("speaker");
        }
    }

    // What the report is like is left out: it told the training reports apart, not claims.
    private static void Setting(UnitView v, FeatureList into)
    {
        if (v.Context.Report.Paragraphs[v.Sentence.Paragraph].Role is ParagraphRole.Heading or ParagraphRole.Caption)
        {
            into.Add("heading");
        }

        if (v.Sides == 0 && v.Unit.Found.IsEmpty)
        {
            into.Add($"nowar:{(v.SentenceSides ? "sentence" : "none")}");
        }
    }

    private static void Frames(UnitView v, FeatureList into)
    {
        foreach (var hit in v.Unit.Found)
        {
            var act = hit.Kind + "/" + hit.Act;
            var stand = Stand(v, hit.Trigger);
            into.Add($"f:{act}");
            into.Add($"F:{hit.Kind}");
            into.Add($"rule:{hit.Rule}");
            into.Add($"ft:{stand}:{act}");
            into.Add($"Ft:{stand}:{hit.Kind}");
            into.Add($"rt:{stand}:{hit.Rule}");
        }

        if (v.Unit.Found.IsEmpty)
        {
            into.Add("noframe");
        }
        else if (OneKind(v.Unit))
        {
            into.Add($"Fonly:{v.Unit.Found[0].Kind}");
        }

        if (v.Unit.Counted)
        {
            into.Add("counted");
        }
    }

    private static bool OneKind(Unit unit)
    {
        foreach (var hit in unit.Found)
        {
            if (hit.Kind != unit.Found[0].Kind)
            {
                return false;
            }
        }

        return true;
    }

    // How a frame's trigger stands in the unit: as what happens, before it in the chain, as object or subject, or elsewhere.
    private static string Stand(UnitView v, int trigger)
    {
        var c = v.Unit.Clause;
        return trigger == c.Content ? "content" : c.Carriers.Contains(trigger) ? "carrier" : trigger == c.Object ? "object" : trigger == c.Agent || trigger == c.Subject ? "subject" : "other";
    }
}
