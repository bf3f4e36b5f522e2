using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>What is asked of a unit more than once while its features are named.</summary>
internal sealed class UnitView
{
    private static readonly string[] Modals = ["can", "could", "may", "might", "must", "should", "would", "will", "shall", "'ll", "’ll", "'d", "’d", "ca", "wo"];

    private readonly SentenceSenses senses;

    public UnitView(Context context, Unit unit, Sentence sentence)
    {
        Context = context;
        senses = context.Senses(unit.Sentence);
        Unit = unit;
        Sentence = sentence;
        Chain = [.. unit.Clause.Carriers, unit.Clause.Content];
        foreach (var head in Chain)
        {
            foreach (var c in sentence.Children(head))
            {
                var lemma = sentence.Tokens[c].Lemma.Lowered();
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
        SentenceSides = context.HasSides(unit.Sentence);
        Sides = CountSides(context, unit);
        MentionTypes = Types(sentence, unit.Clause);
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

    public IReadOnlyCollection<MentionType> MentionTypes { get; }

    public string Lemma(int token) => token < 0 ? "" : Sentence.Tokens[token].Tag == Upos.PROPN ? "NAME" : Sentence.Tokens[token].Lemma.Lowered();

    public string[] Classes(int token) => senses.NamesOf(token);

    public string? Side(int token) => Context.SideAround(Unit.Sentence, token);

    public Mention? Mention(int token) => Context.Mention(Unit.Sentence, token);

    private static int CountSides(Context context, Unit unit)
    {
        string? first = null, second = null;
        for (var t = unit.Clause.First; t < unit.Clause.End; t++)
        {
            if (context.Side(unit.Sentence, t) is not { } side || side == first || side == second)
            {
                continue;
            }

            if (second is not null)
            {
                return 3;
            }

            (first, second) = first is null ? (side, second) : (first, side);
        }

        return first is null ? 0 : second is null ? 1 : 2;
    }

    // The types of the clause's mentions, in the order of their numbers.
    private static SortedSet<MentionType> Types(Sentence sentence, Clause clause)
    {
        var types = new SortedSet<MentionType>();
        foreach (var m in sentence.Mentions)
        {
            if (m.First >= clause.First && m.End <= clause.End)
            {
                types.Add(m.Type);
            }
        }

        return types;
    }
}
