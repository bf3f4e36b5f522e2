using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>What the features of all units of one report share.</summary>
internal sealed class Context
{
    private readonly string?[][] sides;
    private readonly Mention?[][] mentions;
    private readonly SentenceSenses?[] senses;
    private readonly int[]?[] directions;
    private readonly SenseClasses classes;
    private readonly WordVectors vectors;

    /// <summary>Counts what is counted once a report.</summary>
    public Context(Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Attribution> attributions, SenseClasses classes, WordVectors vectors)
    {
        Report = report;
        Sentences = sentences;
        Attributions = attributions;
        this.classes = classes;
        this.vectors = vectors;
        senses = new SentenceSenses?[sentences.Length];
        directions = new int[]?[sentences.Length];
        sides = new string?[sentences.Length][];
        mentions = new Mention?[sentences.Length][];
        for (var s = 0; s < sentences.Length; s++)
        {
            sides[s] = new string?[sentences[s].Tokens.Length];
            mentions[s] = new Mention?[sentences[s].Tokens.Length];
            foreach (var m in sentences[s].Mentions)
            {
                for (var t = m.First; t < m.End; t++)
                {
                    mentions[s][t] ??= m;
                }

                if (m.Side is { } side and not "none")
                {
                    for (var t = m.First; t < m.End; t++)
                    {
                        sides[s][t] = side;
                    }
                }
            }
        }
    }

    public Report Report { get; }

    public ImmutableArray<Sentence> Sentences { get; }

    public ImmutableArray<Attribution> Attributions { get; }

    /// <summary>The classes of the words of a sentence.</summary>
    public SentenceSenses Senses(int sentence) => senses[sentence] ??= new SentenceSenses(classes, Sentences[sentence]);

    /// <summary>For each word of a sentence the row of its direction, by its form or else its lemma; -1 where neither is known.</summary>
    public int[] Directions(int sentence) => directions[sentence] ??= [.. Sentences[sentence].Tokens.Select(vectors.Find)];

    /// <summary>True where a word of the sentence names a side.</summary>
    public bool HasSides(int sentence) => Array.Exists(sides[sentence], s => s is not null);

    /// <summary>The side that the word at <paramref name="token"/> names, or null.</summary>
    public string? Side(int sentence, int token) => token < 0 ? null : sides[sentence][token];

    /// <summary>The mention that the word at <paramref name="token"/> belongs to, or null.</summary>
    public Mention? Mention(int sentence, int token) => token < 0 ? null : mentions[sentence][token];

    /// <summary>The side of the word or of what stands right on it ("Ukrainian forces"), or null.</summary>
    public string? SideAround(int sentence, int token)
    {
        if (token < 0)
        {
            return null;
        }

        if (Side(sentence, token) is { } own)
        {
            return own;
        }

        foreach (var c in Sentences[sentence].Children(token))
        {
            if (c < token && Side(sentence, c) is { } side)
            {
                return side;
            }
        }

        return null;
    }

    /// <summary>The innermost attribution whose content covers <paramref name="position"/>, or null.</summary>
    public Attribution? Over(int position)
    {
        Attribution? best = null;
        var length = int.MaxValue;
        foreach (var a in Attributions)
        {
            foreach (var span in a.Content)
            {
                if (span.Contains(position) && span.Length < length)
                {
                    best = a;
                    length = span.Length;
                }
            }
        }

        return best;
    }
}
