using System.Collections.Immutable;
using Salient.Coding;
using Salient.Coding.Frames;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Tests.Coding;

/// <summary>Sentences written out as trees, so that coding is tested without a parser.</summary>
internal static class Built
{
    public static Theatre Theatre { get; } = new(
        "made",
        "",
        new DateOnly(2022, 2, 24),
        [new Side("no", "North", Party: true), new Side("so", "South", Party: true), new Side("none", "No side", Party: false)],
        []);

    public static FrameSet Frames { get; } = FrameLoader.Load(Path.Combine(AppContext.BaseDirectory, "data", "rules", "en", "frames"));

    /// <summary>A report of one paragraph; each sentence is lines of "form lemma TAG head relation", the head counted from 1.</summary>
    public static ReportView View(params string[][] sentences)
    {
        var text = string.Join(' ', sentences.Select(s => string.Join(' ', s.Select(w => w.Split(' ')[0]))));
        var made = ImmutableArray.CreateBuilder<Sentence>();
        var at = 0;
        foreach (var words in sentences)
        {
            var start = at;
            var tokens = ImmutableArray.CreateBuilder<Token>();
            foreach (var cells in words.Select(w => w.Split(' ')))
            {
                var form = cells.Length > 5 ? Enum.Parse<WordForm>(cells[5]) : WordForm.None;
                tokens.Add(new Token(new TextSpan(at, at + cells[0].Length), cells[0], cells[1], Enum.Parse<Upos>(cells[2]), form, int.Parse(cells[3]) - 1, cells[4]));
                at += cells[0].Length + 1;
            }

            made.Add(new Sentence(new TextSpan(start, at - 1), 0, tokens.ToImmutable(), Mentions(tokens.ToImmutable())));
        }

        var report = new Report("made", text, null, ReportDate.Unknown, null, null, "en", null, Institute: false, [new Paragraph(new TextSpan(0, text.Length), ParagraphRole.Body)], "");
        return new ReportView(report, made.ToImmutable(), []);
    }

    public static ImmutableArray<Assertion> Code(params string[][] sentences)
    {
        var view = View(sentences);
        return new Coder(Frames, Theatre).Code(view.Report, view.Sentences, []);
    }

    private static ImmutableArray<Mention> Mentions(ImmutableArray<Token> tokens)
    {
        var found = ImmutableArray.CreateBuilder<Mention>();
        for (var i = 0; i < tokens.Length; i++)
        {
            MentionType? type = tokens[i].Form switch { "Northern" or "Southern" or "Southerners" => MentionType.Nationality, "Halivka" or "Brod" or "Zaton" => MentionType.Place, _ => null };
            if (type is { } t)
            {
                var side = t == MentionType.Place ? null : tokens[i].Form.StartsWith('N') ? "no" : "so";
                found.Add(new Mention(i, i + 1, i, t, tokens[i].Form, null, side, tokens[i].Span));
            }
        }

        return found.ToImmutable();
    }
}
