using System.Text;

namespace Salient.Training.Coding;

/// <summary>A file written for training: a whole report from a line "== slug" to the next empty line, a paragraph a line; elsewhere a sentence a line.</summary>
internal static class InventedFile
{
    private const string Opening = "== ";

    /// <summary>Its texts, marks in them, each with the line where it ends; a sentence has no slug.</summary>
    public static IEnumerable<(string Text, int Line, string? Slug)> Read(string path)
    {
        var number = 0;
        var slug = "";
        StringBuilder? open = null;
        foreach (var line in File.ReadLines(path).Append(""))
        {
            number++;
            if (line.StartsWith(Opening, StringComparison.Ordinal))
            {
                open = new StringBuilder();
                slug = line[Opening.Length..].Trim();
            }
            else if (open is not null && line.Length > 0)
            {
                open.Append(line).Append("\n\n");
            }
            else if (open is not null)
            {
                yield return (open.ToString().TrimEnd(), number, slug);
                open = null;
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                yield return (line, number, null);
            }
        }
    }
}
