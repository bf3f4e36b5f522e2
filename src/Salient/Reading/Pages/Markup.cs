using System.Collections.Immutable;

namespace Salient.Reading.Pages;

/// <summary>A page's markup, cut down to what reading needs.</summary>
/// <param name="Html">Tags and text without scripts, styles, comments and drawings.</param>
/// <param name="Data">The contents of its JSON-LD scripts.</param>
internal sealed record Markup(string Html, ImmutableArray<string> Data);
