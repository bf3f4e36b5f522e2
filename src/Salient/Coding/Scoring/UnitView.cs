using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>What is asked of a unit more than once while its features are named.</summary>
internal sealed class UnitView
{
    private static readonly string[] Modals = ["can", "could", "may", "might", "must", "should", "would", "will", "shall", "'ll", "’ll", "'d", "’d", "ca", "wo"];

    public UnitView(Context context, Unit unit, Sentence sentence)
    {
        Context = context;
        Unit = unit;
        Sentence = sentence;
        Chain = [.. unit.Clause.Carriers, unit.Clause.Content];
        foreach (var head in Chain)
        {
            foreach (var c in sentence.Children(head))
            {
                var lemma = sentence.Tokens[c].Lemma.ToLowerInvariant();
                if (sentence.Tokens[c].Is("aux") && Modals.Contains(lemma) && Modal.Length == 0)
                {
                    Modal = lemma;
                }

                Negated |= lemma is "not" or "n't" or "n’t" or "never" or "no" or "without" or "neither" or "nor" && c < unit.Clause.End;
            }
        }

        var span = unit.Clause.Evidence;
        Quoted = Quotes.Inside(context.Report.Text, span);
        Attribution = context.Over(sentence.Tokens[unit.Clause.Content].Span.Start);
        var sides = new HashSet<string>(StringComparer.Ordinal);
        for (var t = 0; t < sentence.Tokens.Length; t++)
        {
            if (context.Side(unit.Sentence, t) is { } side)
            {
                SentenceSides = true;
                if (t >= unit.Clause.First && t < unit.Clause.End)
                {
                    sides.Add(side);
                }
            }
        }

        Sides = Math.Min(3, sides.Count);
        MentionTypes = [.. sentence.Mentions.Where(m => m.First >= unit.Clause.First && m.End <= unit.Clause.End).Select(m => m.Type).Distinct().Order()];
    }

    public Context Context { get; }

    public Unit Unit { get; }

    public Sentence Sentence { get; }

    /// <summary>The predicate's words: carriers and content.</summary>
    public int[] Chain { get; }

    /// <summary>The first modal of the chain, or the empty string.</summary>
    public string Modal { get; } = "";

    public bool Negated { get; }

    public bool Quoted { get; }

    public Attribution? Attribution { get; }

    /// <summary>How many sides the unit names, at most 3.</summary>
    public int Sides { get; }

    /// <summary>True where the sentence names a side.</summary>
    public bool SentenceSides { get; }

    public MentionType[] MentionTypes { get; }

    public string Lemma(int token) => token < 0 ? "" : Sentence.Tokens[token].Tag == Upos.PROPN ? "NAME" : Sentence.Tokens[token].Lemma.ToLowerInvariant();

    public string[] Classes(int token) => Context.Classes.NamesOf(Sentence, token);

    public string? Side(int token) => Context.SideAround(Unit.Sentence, token);

    public Mention? Mention(int token) => Context.Mention(Unit.Sentence, token);
}
