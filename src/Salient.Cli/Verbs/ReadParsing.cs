using System.Text.Encodings.Web;
using System.Text.Json;
using Salient.Publishing;
using Salient.Records;

namespace Salient.Cli.Verbs;

/// <summary>`salient read --stage parsing`: sentences as CoNLL-U, trees, JSON lines or a table of words.</summary>
internal static class ReadParsing
{
    /// <summary>The forms, the first where none is asked for.</summary>
    public static readonly string[] Formats = ["conllu", "tree", "jsonl", "table"];

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the sentences of a report.</summary>
    public static void Write(StageRun run)
    {
        // Shown is the whole text, paragraphs that no claim is coded from too.
        var sentences = run.Pipeline.Parse(run.Report with { Paragraphs = [.. run.Report.Paragraphs.Select(p => p with { Role = ParagraphRole.Body })] });
        var points = new CodePoints(run.Report.Text);
        for (var i = 0; i < sentences.Length; i++)
        {
            Write(sentences[i], $"{run.Report.Id}-{i + 1}", run.Report.Text, points, run.Format, run.Output);
        }
    }

    /// <summary>Reads CoNLL-U files: the words and sentences as given, all other columns filled in.</summary>
    public static int FromConllu(IReadOnlyList<string> inputs, Pipeline pipeline, string format)
    {
        using var output = Verbs.Output.Open();
        foreach (var input in inputs)
        {
            var words = new List<string>();
            foreach (var line in (input == "-" ? Lines(Console.In) : File.ReadLines(input)).Append(""))
            {
                var tab = line.IndexOf('\t');
                if (tab > 0 && line.AsSpan(0, tab).IndexOfAnyExceptInRange('0', '9') < 0)
                {
                    var next = line.IndexOf('\t', tab + 1);
                    words.Add(next < 0 ? line[(tab + 1)..] : line[(tab + 1)..next]);
                }
                else if (string.IsNullOrWhiteSpace(line) && words.Count > 0)
                {
                    var text = string.Join(' ', words);
                    Write(pipeline.Parse(words), null, format == "conllu" ? null : text, new CodePoints(text), format, output);
                    words.Clear();
                }
            }
        }

        return Exit.Success;
    }

    private static IEnumerable<string> Lines(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static void Write(Sentence sentence, string? id, string? text, CodePoints points, string format, TextWriter output)
    {
        switch (format)
        {
            case "tree":
                output.Write(TreeWriter.Write(sentence, text ?? ""));
                break;
            case "jsonl":
                output.Write(Line(sentence, id, text ?? "", points) + "\n");
                break;
            case "table":
                output.Write(Table(sentence));
                break;
            default:
                output.Write(ConlluWriter.Write(sentence, id, text));
                break;
        }
    }

    private static string Line(Sentence s, string? id, string text, CodePoints points) => JsonSerializer.Serialize(
        new
        {
            id,
            paragraph = s.Paragraph,
            start = points.At(s.Span.Start),
            end = points.At(s.Span.End),
            text = s.Span.Of(text),
            tokens = s.Tokens.Select(t => new { start = points.At(t.Span.Start), end = points.At(t.Span.End), form = t.Form, lemma = t.Lemma, tag = t.Tag.ToString(), head = t.Head, relation = t.Relation }),
            mentions = s.Referents.Select(m => new { start = points.At(m.Span.Start), end = points.At(m.Span.End), type = m.Type.ToString(), form = m.Form.ToString(), name = m.Name, entry = m.Entry, side = m.Side }),
        },
        Json);

    private static string Table(Sentence s) =>
        string.Concat(s.Tokens.Select((t, i) => $"{i + 1,3}  {t.Form,-20} {t.Lemma,-20} {t.Tag,-6} {t.WordForm,-15} {t.Head + 1,3}  {t.Relation}\n")) + "\n";
}
