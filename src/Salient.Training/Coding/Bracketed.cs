using System.Text;
using Salient.Records;

namespace Salient.Training.Coding;

/// <summary>Reads a sentence with its claims marked: "[[words|kind/act,kind/act]]"; marks may stand inside one another; a grade other than certain follows the act, "kind/act PS+".</summary>
internal static class Bracketed
{
    /// <summary>The sentence without marks, and its claims.</summary>
    /// <exception cref="ProblemException">SAL0545: a mark is not closed or has no label.</exception>
    public static (string Text, List<GoldClaim> Gold) Read(string line, string where)
    {
        var text = new StringBuilder();
        var gold = new List<GoldClaim>();
        var open = new Stack<(int Start, int Mark)>();
        var marks = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line.AsSpan(i).StartsWith("[["))
            {
                open.Push((text.Length, ++marks));
                i++;
            }
            else if (line[i] == '|' && open.Count > 0)
            {
                var end = line.IndexOf("]]", i, StringComparison.Ordinal);
                if (end < 0)
                {
                    throw Wrong(where);
                }

                var (start, mark) = open.Pop();
                gold.AddRange(line[(i + 1)..end].Split(',').Select(label => Claim(label.Trim(), new TextSpan(start, text.Length)) with { Mark = mark }));
                i = end + 1;
            }
            else
            {
                text.Append(line[i]);
            }
        }

        return open.Count == 0 ? (text.ToString(), gold) : throw Wrong(where);
    }

    private static GoldClaim Claim(string label, TextSpan span)
    {
        var blank = label.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? new GoldClaim(label, span) : new GoldClaim(label[..blank], span, label[(blank + 1)..].Trim());
    }

    private static ProblemException Wrong(string where) =>
        new(new Problem("SAL0545", where, "A mark is not closed.", "Write [[words|kind/act]]."));
}
