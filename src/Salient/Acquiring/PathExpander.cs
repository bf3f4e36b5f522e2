using System.IO.Enumeration;
using Salient.Records;

namespace Salient.Acquiring;

/// <summary>Turns a path, a folder or a pattern into the files that it names, in order of path.</summary>
internal static class PathExpander
{
    private static readonly string[] Never = [".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".eot", ".ico"];

    /// <summary>The files that <paramref name="input"/> names; none with a problem where it names none.</summary>
    public static IReadOnlyList<string> Expand(string input, out Problem? problem)
    {
        problem = null;
        if (File.Exists(input))
        {
            return [input];
        }

        if (Directory.Exists(input))
        {
            return Folder(input, out problem);
        }

        if (input.AsSpan().IndexOfAny('*', '?') >= 0)
        {
            var matched = Match(input);
            problem = matched.Count > 0 ? null : new Problem("SAL0118", input, "No file matches this pattern.", "Check the pattern; quote it so that the shell leaves it alone.");
            return matched;
        }

        problem = new Problem("SAL0111", input, "There is no such file or folder.", "Check the path.");
        return [];
    }

    private static IReadOnlyList<string> Folder(string folder, out Problem? problem)
    {
        problem = null;
        try
        {
            // The folder itself is to be readable; what lies in it and is not is passed over.
            _ = Directory.EnumerateFileSystemEntries(folder).Any();
            var files = Files(folder).Where(f => Wanted(Path.GetRelativePath(folder, f))).Order(StringComparer.Ordinal).ToList();
            problem = files.Count > 0 ? null : new Problem("SAL0112", folder, "The folder holds no reports.", "Name a folder with text files, pages, archives, JSON lines or CSV in it.");
            return files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = new Problem("SAL0113", folder, $"The folder cannot be read: {e.Message}", "Check its permissions.");
            return [];
        }
    }

    // Links are not followed: a folder that links to itself has no end.
    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System });

    private static bool Wanted(string relative) =>
        !relative.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Any(p => p.StartsWith('.')) && !Never.Contains(Path.GetExtension(relative), StringComparer.OrdinalIgnoreCase);

    private static List<string> Match(string pattern)
    {
        var parts = pattern.Replace('\\', '/').Split('/');
        var fixedParts = parts.TakeWhile(p => p.AsSpan().IndexOfAny('*', '?') < 0).ToArray();
        var start = fixedParts.Length == 0 ? "." : string.Join('/', fixedParts) is { Length: > 0 } path ? path : "/";
        if (!Directory.Exists(start))
        {
            return [];
        }

        var rest = parts[fixedParts.Length..];
        return [.. Files(start).Where(f => Matches(Path.GetRelativePath(start, f).Replace('\\', '/').Split('/'), rest, 0, 0)).Select(f => fixedParts.Length == 0 ? Path.GetRelativePath(start, f) : f).Order(StringComparer.Ordinal)];
    }

    private static bool Matches(string[] path, string[] pattern, int at, int with)
    {
        if (with == pattern.Length)
        {
            return at == path.Length;
        }

        if (pattern[with] == "**")
        {
            return Enumerable.Range(at, path.Length - at + 1).Any(next => Matches(path, pattern, next, with + 1));
        }

        return at < path.Length && FileSystemName.MatchesSimpleExpression(pattern[with], path[at], ignoreCase: false) && Matches(path, pattern, at + 1, with + 1);
    }
}
