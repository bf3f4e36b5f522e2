using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>Numbers what words show besides their form: part of speech, relation, mention, side, word classes, and the acts of frames that fired on them.</summary>
internal sealed class WordRows
{
    private readonly WordVectors vectors;
    private readonly int[] tags = Unknown<Upos>();
    private readonly int[] mentions = Unknown<MentionType>();
    private readonly Dictionary<string, int> relations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> sides = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> acts = new(StringComparer.Ordinal);

    /// <param name="names">Names of what is numbered, as <see cref="Names"/> gives them; others are not seen.</param>
    /// <param name="vectors">Directions of words.</param>
    public WordRows(IReadOnlyList<string> names, WordVectors vectors)
    {
        this.vectors = vectors;
        for (var i = 0; i < names.Count; i++)
        {
            var (group, name) = names[i].IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (names[i][..colon], names[i][(colon + 1)..]) : ("", names[i]);
            switch (group)
            {
                case "tag" when Enum.TryParse<Upos>(name, out var tag):
                    tags[(int)tag] = i;
                    break;
                case "mention" when Enum.TryParse<MentionType>(name, out var type):
                    mentions[(int)type] = i;
                    break;
                case "relation":
                    relations[name] = i;
                    break;
                case "side":
                    sides[name] = i;
                    break;
                case "class":
                    classes[name] = i;
                    break;
                case "act":
                    acts[name] = i;
                    break;
            }
        }
    }

    /// <summary>Names of everything that a sentence's words show, repeats included.</summary>
    /// <param name="context">The report.</param>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="fired">Acts by the word on which their frames fired.</param>
    public static IEnumerable<string> Names(Context context, int sentence, ILookup<int, string> fired)
    {
        var tokens = context.Sentences[sentence].Tokens;
        for (var t = 0; t < tokens.Length; t++)
        {
            yield return "tag:" + tokens[t].Tag;
            yield return "relation:" + Basic(tokens[t].Relation);
            if (context.Mention(sentence, t) is { } mention)
            {
                yield return "mention:" + mention.Type;
            }

            if (context.Side(sentence, t) is { } side)
            {
                yield return "side:" + side;
            }

            foreach (var name in context.Classes.NamesOf(context.Sentences[sentence], t))
            {
                yield return "class:" + name;
            }

            foreach (var act in fired[t])
            {
                yield return "act:" + act;
            }
        }
    }

    /// <summary>What the words of a sentence show.</summary>
    public WordInput Of(Context context, int sentence, ILookup<int, string> fired)
    {
        var tokens = context.Sentences[sentence].Tokens;
        var directions = new float[tokens.Length * vectors.Size];
        var rows = new int[tokens.Length][];
        var seen = new List<int>();
        for (var t = 0; t < tokens.Length; t++)
        {
            var token = tokens[t];
            var direction = directions.AsSpan(t * vectors.Size, vectors.Size);
            if (!vectors.Add(token.Form.ToLowerInvariant(), direction))
            {
                vectors.Add(token.Lemma.ToLowerInvariant(), direction);
            }

            seen.Clear();
            Add(seen, tags[(int)token.Tag]);
            Add(seen, relations.GetValueOrDefault(Basic(token.Relation), -1));
            if (context.Mention(sentence, t) is { } mention)
            {
                Add(seen, mentions[(int)mention.Type]);
            }

            if (context.Side(sentence, t) is { } side)
            {
                Add(seen, sides.GetValueOrDefault(side, -1));
            }

            foreach (var name in context.Classes.NamesOf(context.Sentences[sentence], t))
            {
                Add(seen, classes.GetValueOrDefault(name, -1));
            }

            foreach (var act in fired[t])
            {
                Add(seen, acts.GetValueOrDefault(act, -1));
            }

            rows[t] = [.. seen];
        }

        return new WordInput(directions, rows);
    }

    /// <summary>Acts by the word on which their frames fired, of the units of one sentence.</summary>
    public static ILookup<int, string> Fired(IEnumerable<Unit> units) =>
        units.SelectMany(u => u.Found).Select(a => (a.Trigger, Act: a.Kind + "/" + a.Act)).Distinct().ToLookup(a => a.Trigger, a => a.Act);

    private static string Basic(string relation) => relation.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? relation[..colon] : relation;

    private static void Add(List<int> seen, int row)
    {
        if (row >= 0)
        {
            seen.Add(row);
        }
    }

    private static int[] Unknown<T>()
        where T : struct, Enum
    {
        var result = new int[Enum.GetValues<T>().Length];
        Array.Fill(result, -1);
        return result;
    }
}
