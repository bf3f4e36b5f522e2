using System.Collections.Immutable;

namespace Salient.Records;

/// <summary>Universal part of speech.</summary>
public enum Upos : byte
{
#pragma warning disable CS1591 // The names are the Universal Dependencies tags themselves.
    X, ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB,
#pragma warning restore CS1591
}

/// <summary>A form of a word that its tag alone does not tell, after the Penn tags.</summary>
public enum WordForm : byte
{
    /// <summary>None of the others, or not known.</summary>
    None,

    /// <summary>Base form: "take" (VB, VBP).</summary>
    Base,

    /// <summary>Third person present: "takes" (VBZ).</summary>
    Present,

    /// <summary>Past: "took" (VBD).</summary>
    Past,

    /// <summary>Past participle: "taken" (VBN).</summary>
    PastParticiple,

    /// <summary>Present participle or gerund: "taking" (VBG).</summary>
    Gerund,

    /// <summary>Modal: "may" (MD).</summary>
    Modal,

    /// <summary>Plural noun (NNS, NNPS).</summary>
    Plural,

    /// <summary>Comparative or superlative (JJR, JJS, RBR, RBS).</summary>
    Compared,
}

/// <summary>One word of a sentence.</summary>
/// <param name="Span">Where it stands in the report's text; its text equals the report's text there. Words of a contraction ("don't") share no units.</param>
/// <param name="Form">As written.</param>
/// <param name="Lemma">Base form, lower case except for proper nouns.</param>
/// <param name="Tag">Universal part of speech.</param>
/// <param name="WordForm">Its form.</param>
/// <param name="Head">Index of its head in the sentence, -1 for the root.</param>
/// <param name="Relation">UD relation to the head, subtype included ("nsubj:pass"); "root" for the root.</param>
public sealed record Token(TextSpan Span, string Form, string Lemma, Upos Tag, WordForm WordForm, int Head, string Relation);

/// <summary>What a mention names.</summary>
public enum MentionType
{
#pragma warning disable CS1591 // Named for what they are.
    Person, Organisation, Force, Place, Weapon, Post, Time, Number, Nationality,
#pragma warning restore CS1591
}

/// <summary>By what a mention speaks of its thing.</summary>
public enum MentionForm
{
    /// <summary>A name: "Oleh Synyehubov", "the 47th Brigade".</summary>
    Name,

    /// <summary>A description: "the governor", "two villages".</summary>
    Description,

    /// <summary>A pronoun: "he", "they".</summary>
    Pronoun,
}

/// <summary>A stretch of a sentence that names something.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Head">Index of its head token.</param>
/// <param name="Type">What it names.</param>
/// <param name="Name">Its name in full: as written, or as introduced earlier in the report where this is a short form or a pronoun.</param>
/// <param name="Entry">Id of the theatre's lexicon entry that it matches, or null.</param>
/// <param name="Side">The theatre's side that it belongs to, or null.</param>
/// <param name="Span">Where it stands in the report's text.</param>
/// <param name="Form">By what it speaks of its thing.</param>
public sealed record Mention(int First, int End, int Head, MentionType Type, string Name, string? Entry, string? Side, TextSpan Span, MentionForm Form = MentionForm.Name);

/// <summary>One sentence, tagged and parsed.</summary>
/// <param name="Span">Where it stands in the report's text.</param>
/// <param name="Paragraph">Index of its paragraph in the report.</param>
/// <param name="Tokens">Its words in order; their heads form one tree.</param>
/// <param name="Mentions">What it names, by position; not overlapping within one type.</param>
public sealed record Sentence(TextSpan Span, int Paragraph, ImmutableArray<Token> Tokens, ImmutableArray<Mention> Mentions)
{
    private int[][]? children;

    /// <summary>
    /// What it speaks of, by name, by description or by pronoun, by position: <see cref="Mentions"/> as the recogniser confirms, types and adds to them. A country
    /// that acts is an organisation here. Not overlapping within one type.
    /// </summary>
    public ImmutableArray<Mention> Referents { get; init; } = [];

    /// <summary>The indices of the words that hang on word <paramref name="token"/>, in order.</summary>
    public ReadOnlySpan<int> Children(int token)
    {
        children ??= Grow(Tokens);
        return children[token];
    }

    /// <summary>The root's index, -1 for an empty sentence.</summary>
    public int Root
    {
        get
        {
            for (var i = 0; i < Tokens.Length; i++)
            {
                if (Tokens[i].Head < 0)
                {
                    return i;
                }
            }

            return -1;
        }
    }

    private static int[][] Grow(ImmutableArray<Token> tokens)
    {
        var counts = new int[tokens.Length];
        foreach (var t in tokens)
        {
            if (t.Head >= 0)
            {
                counts[t.Head]++;
            }
        }

        var result = new int[tokens.Length][];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = counts[i] == 0 ? [] : new int[counts[i]];
            counts[i] = 0;
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            var h = tokens[i].Head;
            if (h >= 0)
            {
                result[h][counts[h]++] = i;
            }
        }

        return result;
    }
}
