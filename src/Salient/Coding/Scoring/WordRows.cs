using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Numbers what words show besides their form: part of speech, relation, mention, side, word classes, and the acts of frames that fired on them.</summary>
internal sealed class WordRows
{
    private static readonly string[] Tags = Enum.GetNames<Upos>();
    private static readonly string[] Mentions = Enum.GetNames<MentionType>();
    private readonly WordVectors vectors;
    private readonly Dictionary<(string Group, string Name), int> rows = [];

    /// <param name="names">Names of what is numbered, as <see cref="Names"/> gives them; others are not seen.</param>
    /// <param name="vectors">Directions of words.</param>
    public WordRows(IReadOnlyList<string> names, WordVectors vectors)
    {
        this.vectors = vectors;
        for (var i = 0; i < names.Count; i++)
        {
            var colon = names[i].IndexOf(':', StringComparison.Ordinal);
            rows[(names[i][..Math.Max(0, colon)], names[i][(colon + 1)..])] = i;
        }
    }

    /// <summary>Names of everything that a sentence's words show, repeats included.</summary>
    /// <param name="context">The report.</param>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="fired">Acts by the word on which their frames fired.</param>
    public static IEnumerable<string> Names(Context context, int sentence, ILookup<int, string> fired)
    {
        var shown = new List<(string Group, string Name)>();
        for (var t = 0; t < context.Sentences[sentence].Tokens.Length; t++)
        {
            Show(context, sentence, t, fired, shown);
        }

        return shown.Select(s => s.Group + ":" + s.Name);
    }

    /// <summary>What the words of a sentence show.</summary>
    public WordInput Of(Context context, int sentence, ILookup<int, string> fired)
    {
        var tokens = context.Sentences[sentence].Tokens;
        var directions = new float[tokens.Length * vectors.Size];
        var seen = new int[tokens.Length][];
        var shown = new List<(string Group, string Name)>();
        for (var t = 0; t < tokens.Length; t++)
        {
            var direction = directions.AsSpan(t * vectors.Size, vectors.Size);
            if (!vectors.Add(tokens[t].Form.ToLowerInvariant(), direction))
            {
                vectors.Add(tokens[t].Lemma.ToLowerInvariant(), direction);
            }

            shown.Clear();
            Show(context, sentence, t, fired, shown);
            seen[t] = [.. shown.Select(s => rows.GetValueOrDefault(s, -1)).Where(r => r >= 0)];
        }

        return new WordInput(directions, seen);
    }

    /// <summary>Acts by the word on which their frames fired, of the units of one sentence.</summary>
    public static ILookup<int, string> Fired(IEnumerable<Unit> units) =>
        units.SelectMany(u => u.Found).Select(a => (a.Trigger, Act: a.Kind + "/" + a.Act)).Distinct().ToLookup(a => a.Trigger, a => a.Act);

    private static void Show(Context context, int sentence, int t, ILookup<int, string> fired, List<(string Group, string Name)> shown)
    {
        var token = context.Sentences[sentence].Tokens[t];
        shown.Add(("tag", Tags[(int)token.Tag]));
        shown.Add(("relation", Basic(token.Relation)));
        if (context.Mention(sentence, t) is { } mention)
        {
            shown.Add(("mention", Mentions[(int)mention.Type]));
        }

        if (context.Side(sentence, t) is { } side)
        {
            shown.Add(("side", side));
        }

        foreach (var name in context.Classes.NamesOf(context.Sentences[sentence], t))
        {
            shown.Add(("class", name));
        }

        foreach (var act in fired[t])
        {
            shown.Add(("act", act));
        }
    }

    private static string Basic(string relation) => relation.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? relation[..colon] : relation;
}
