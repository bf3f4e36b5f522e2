using System.Collections.Frozen;

namespace Salient.Coding.Frames;

/// <summary>The classes of words that need no list.</summary>
internal static class WordClasses
{
    /// <summary>
    /// place: a place name, or a noun of the list "ground"; toponym: a place name; party: has a side, or is a noun of the list "forces"; force: a noun of the list "forces", a named
    /// force, or a side as such; person, organisation, weapon: a mention of that type; number: is counted; any: whatever is there.
    /// </summary>
    public static FrozenSet<string> BuiltIn { get; } = ((string[])["place", "toponym", "party", "force", "person", "organisation", "weapon", "number", "any"]).ToFrozenSet();
}
