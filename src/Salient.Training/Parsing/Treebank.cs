namespace Salient.Training.Parsing;

/// <summary>One word of a treebank.</summary>
/// <param name="Form">As written.</param>
/// <param name="Lemma">Its lemma.</param>
/// <param name="Tag">Universal and Penn tag: "VERB VBD".</param>
/// <param name="Head">Index of the head, -1 for the root.</param>
/// <param name="Relation">With its subtype.</param>
/// <param name="SpaceAfter">Whether a space follows.</param>
/// <param name="Entity">The brackets of the entity column, or null.</param>
internal sealed record TreebankWord(string Form, string Lemma, string Tag, int Head, string Relation, bool SpaceAfter, string? Entity);

/// <summary>One sentence of a treebank.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Text">As written.</param>
/// <param name="OpensParagraph">Whether a paragraph or document begins here.</param>
internal sealed record TreebankSentence(TreebankWord[] Words, string Text, bool OpensParagraph);

/// <summary>Reads treebanks in CoNLL-U.</summary>
internal static class Treebank
{
    /// <summary>Reads a file; ranges and empty nodes are passed over.</summary>
    public static List<TreebankSentence> Read(string path)
    {
        var result = new List<TreebankSentence>();
        var words = new List<TreebankWord>();
        var text = "";
        var opens = true;
        var glued = -1;
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0)
            {
                if (words.Count > 0)
                {
                    result.Add(new TreebankSentence([.. words], text, opens));
                    opens = false;
                }

                words.Clear();
                glued = -1;
            }
            else if (line[0] == '#')
            {
                opens |= line.StartsWith("# newpar", StringComparison.Ordinal) || line.StartsWith("# newdoc", StringComparison.Ordinal);
                text = line.StartsWith("# text = ", StringComparison.Ordinal) ? line[9..] : text;
            }
            else
            {
                Word(line.Split('\t'), words, ref glued);
            }
        }

        return result;
    }

    private static void Word(string[] cells, List<TreebankWord> words, ref int glued)
    {
        var dash = cells[0].IndexOf('-');
        if (dash > 0)
        {
            glued = int.Parse(cells[0].AsSpan(dash + 1)) - (cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal) ? 0 : 1);
            return;
        }

        if (cells[0].Contains('.'))
        {
            return;
        }

        var space = words.Count + 1 > glued && !cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
        var entity = cells[9].Split('|').FirstOrDefault(c => c.StartsWith("Entity=", StringComparison.Ordinal))?[7..];
        words.Add(new TreebankWord(cells[1], cells[2], $"{cells[3]} {cells[4]}", int.Parse(cells[6]) - 1, cells[7], space, entity));
    }
}
