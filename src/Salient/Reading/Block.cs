using Salient.Records;

namespace Salient.Reading;

/// <summary>A paragraph in the making: passes settle its role one after the other.</summary>
internal sealed class Block
{
    private string? plain;

    public Block(string text, TextSpan span, bool gap)
    {
        Text = text;
        Span = span;
        Gap = gap;
    }

    /// <summary>Its words.</summary>
    public string Text { get; }

    /// <summary>Where it stands in the report's text.</summary>
    public TextSpan Span { get; set; }

    /// <summary>True where an empty line (or another element) stands before it.</summary>
    public bool Gap { get; }

    /// <summary>What it is.</summary>
    public ParagraphRole Role { get; private set; } = ParagraphRole.Body;

    /// <summary>True once a pass has settled the role.</summary>
    public bool Settled { get; private set; }

    /// <summary>For a caption: its picture's source.</summary>
    public string? Credit { get; set; }

    /// <summary>The words with plain quotation marks.</summary>
    public string Plain => plain ??= PhraseRule.Plain(Text);

    /// <summary>True where it ends as a sentence does.</summary>
    public bool Stopped => Forms.EndsSentence(Text);

    /// <summary>Words, counted by the spaces between them.</summary>
    public int Words => Forms.Words(Text);

    /// <summary>Settles the role.</summary>
    public void Settle(ParagraphRole role, string? credit = null)
    {
        Role = role;
        Settled = true;
        Credit = credit ?? Credit;
    }

    /// <summary>True where claims are coded from it.</summary>
    public bool Coded() => ToParagraph().Coded;

    /// <summary>As a paragraph.</summary>
    public Paragraph ToParagraph() => new(Span, Role, Role == ParagraphRole.Caption ? Credit : null);
}
