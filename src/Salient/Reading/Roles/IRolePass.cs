using System.Collections.Immutable;

namespace Salient.Reading.Roles;

/// <summary>One look at all of a report's blocks, that settles the role of some.</summary>
internal interface IRolePass
{
    /// <summary>Settles what it recognises; leaves alone what is settled.</summary>
    void Mark(IReadOnlyList<Block> blocks);
}

/// <summary>The passes in their order.</summary>
internal static class RolePasses
{
    /// <summary>For plain text: everything must be told from form.</summary>
    public static ImmutableArray<IRolePass> ForText(ReadingRules rules) =>
    [
        new CommentPass(rules), // first: what stands inside a comment is nothing else
        new EndnotePass(), // before phrases: a note may begin "See also"
        new EchoPass(rules), // before captions: the thumbnail's line above "Read next: …" looks like one
        new PhrasePass(rules),
        new CaptionPass(rules), // before headings: a caption is a short line too
        new BiographyPass(rules),
        new BylinePass(),
        new HeadingPass(), // last: what is left, short and unstopped
    ];

    /// <summary>For pages: headings, quotes and most captions are told by their elements.</summary>
    public static ImmutableArray<IRolePass> ForPages(ReadingRules rules) =>
    [
        new CommentPass(rules), // where no element's name tells them
        new EndnotePass(),
        new EchoPass(rules),
        new PhrasePass(rules),
        new CaptionPass(rules),
        new BiographyPass(rules),
        new BylinePass(),
    ];
}
