using System.Collections.Immutable;
using Salient.Reading.Dates;
using Salient.Reading.Roles;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Reading.Plain;

/// <summary>Reads plain text: nothing is marked up, so every role is told from form.</summary>
internal sealed class PlainTextReader(Theatre theatre, ReadingRules rules)
{
    private readonly ImmutableArray<IRolePass> passes = RolePasses.ForText(rules);
    private readonly ReportDater dater = new(theatre.Start, theatre.Milestones);
    private readonly LanguageGuesser languages = new(rules);
    private readonly OriginForm origin = new(rules);

    /// <summary>The report in <paramref name="text"/>.</summary>
    public Report Read(Capture capture, string text)
    {
        var blocks = LineSplitter.Split(text);
        foreach (var pass in passes)
        {
            pass.Mark(blocks);
        }

        var title = blocks.Count > 1 && blocks[0].Role == ParagraphRole.Heading ? blocks[0].Text : null;
        var date = dater.Settle(new DateEvidence(capture.Date, null, FileNameDate.Find(capture.Name)), blocks);
        var outlet = capture.Outlet ?? origin.Outlet(blocks) ?? origin.InstituteName(title, null, blocks);
        var (notes, markers) = EndnoteTies.Tie(blocks, ImmutableDictionary<Block, ImmutableArray<string>>.Empty);
        return new Report(
            capture.Name,
            text,
            title,
            date,
            outlet,
            blocks.Take(8).Concat(blocks.TakeLast(3)).Select(b => b.Role is ParagraphRole.Boilerplate or ParagraphRole.Biography ? BylinePass.Author(b.Text) : null).FirstOrDefault(a => a is not null),
            languages.Guess(string.Join('\n', blocks.Where(b => b.Role is ParagraphRole.Body or ParagraphRole.Heading or ParagraphRole.Quote).Select(b => b.Text))),
            origin.CopyOf(blocks),
            origin.Institute(title, outlet, blocks),
            [.. blocks.Select(b => b.ToParagraph())],
            capture.Hash) { Endnotes = notes, Markers = markers };
    }
}
