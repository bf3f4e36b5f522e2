namespace Salient.Theatres;

/// <summary>Reads a theatre's tables: cells between tabs, a line an entry; empty lines and those that begin with "#" say nothing.</summary>
internal static class TableLines
{
    /// <summary>The lines of <paramref name="path"/> with their numbers, from 1; none where there is no such file.</summary>
    public static IEnumerable<(int Number, string[] Cells)> Read(string path)
    {
        var number = 0;
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            number++;
            if (line.Length > 0 && line[0] != '#')
            {
                yield return (number, line.Split('\t'));
            }
        }
    }
}
