namespace Salient.Parsing;

/// <summary>The relations that the parser gives; the position is the relation's number.</summary>
internal sealed class RelationSet(IEnumerable<string> names)
{
    public string[] Names { get; } = [.. names.Select(string.Intern)];

    /// <summary>The number of the root's relation.</summary>
    public int Root => Array.IndexOf(Names, "root");

    /// <summary>The number of what follows loosely.</summary>
    public int Loose => Array.IndexOf(Names, "parataxis");
}
