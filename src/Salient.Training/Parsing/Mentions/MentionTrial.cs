using System.Globalization;
using Salient.Parsing.Naming;
using Salient.Parsing.Recognising;
using Salient.Records;

namespace Salient.Training.Parsing.Mentions;

/// <summary>Scores the recogniser alone on marked documents, at several points between missing and inventing.</summary>
internal static class MentionTrial
{
    /// <summary>What a recogniser finds in the sentences of a document.</summary>
    public static List<(MentionType Type, TextSpan Span)> Spans(Recogniser recogniser, MentionCues cues, IReadOnlyList<Sentence> sentences)
    {
        var buffers = new RecogniserBuffers();
        var seen = SeenNames.Of(sentences);
        var result = new List<(MentionType, TextSpan)>();
        foreach (var s in sentences)
        {
            recogniser.Find(s, cues, seen, buffers);
            result.AddRange(buffers.Found.Select(f => (f.Type, s.Tokens[f.First].Span.Cover(s.Tokens[f.End - 1].Span))));
        }

        return result;
    }

    /// <summary>Prints precision, recall and F1 of each type and of all, a line for each point.</summary>
    public static void Print(Re3dDocument[] documents, Func<int, short, List<(MentionType Type, TextSpan Span)>> find, short outside)
    {
        foreach (var point in (short[])[0, (short)(outside / 2), outside, (short)(outside * 3 / 2)])
        {
            var found = documents.Select((d, k) => find(k, point).Select(f => (f.Type, Span: Measuring.MentionMeasure.Bare(d.Text, f.Span))).ToArray()).ToArray();
            var all = (Right: 0, Found: 0, Hit: 0, Gold: 0);
            var line = point.ToString(CultureInfo.InvariantCulture);
            foreach (var type in Recogniser.Types)
            {
                var own = (Right: 0, Found: 0, Hit: 0, Gold: 0);
                for (var k = 0; k < documents.Length; k++)
                {
                    var theirs = Re3dLessons.Marked(documents[k], type);
                    TextSpan[] ours = [.. found[k].Where(f => f.Type == type).Select(f => f.Span)];
                    own = (own.Right + ours.Count(o => theirs.Any(g => Measuring.MentionMeasure.Half(o, g))), own.Found + ours.Length, own.Hit + theirs.Count(g => ours.Any(o => Measuring.MentionMeasure.Half(o, g))), own.Gold + theirs.Length);
                }

                all = (all.Right + own.Right, all.Found + own.Found, all.Hit + own.Hit, all.Gold + own.Gold);
                line += $"  {type} {Scores(own)}";
            }

            Console.WriteLine($"{line}  all {Scores(all)}");
        }
    }

    private static string Scores((int Right, int Found, int Hit, int Gold) n)
    {
        var p = n.Right / (double)Math.Max(1, n.Found);
        var r = n.Hit / (double)Math.Max(1, n.Gold);
        return $"{p:F3} {r:F3} {(p + r == 0 ? 0 : 2 * p * r / (p + r)):F3}";
    }
}
