namespace Salient.Acquiring;

/// <summary>What a file holds many reports in.</summary>
internal enum Container
{
    /// <summary>Nothing: it is one report.</summary>
    None,

    /// <summary>A ZIP archive.</summary>
    Zip,

    /// <summary>A tar archive.</summary>
    Tar,

    /// <summary>A tar archive, compressed.</summary>
    TarGz,

    /// <summary>JSON lines.</summary>
    JsonLines,

    /// <summary>CSV.</summary>
    Csv,

    /// <summary>An RSS or Atom feed.</summary>
    Feed,

    /// <summary>A web archive.</summary>
    Warc,

    /// <summary>A mail message.</summary>
    Mail,
}

/// <summary>Tells containers by the names of files, and reports' ids from them.</summary>
internal static class ContainerForm
{
    private static readonly (string End, Container Kind)[] Ends =
    [
        (".zip", Container.Zip), (".tar.gz", Container.TarGz), (".tgz", Container.TarGz), (".tar", Container.Tar),
        (".jsonl", Container.JsonLines), (".ndjson", Container.JsonLines), (".csv", Container.Csv),
        (".rss", Container.Feed), (".atom", Container.Feed), (".warc", Container.Warc), (".eml", Container.Mail),
    ];

    private static readonly string[] Known = [".html", ".htm", ".xhtml", ".txt", ".text", ".md", ".eml", ".jsonl", ".ndjson", ".csv", ".conllu", ".xml", ".rss", ".atom", ".warc"];

    /// <summary>What the file at <paramref name="path"/> is.</summary>
    public static Container Of(string path, InputForm form)
    {
        var bare = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        var told = Array.Find(Ends, e => bare.EndsWith(e.End, StringComparison.OrdinalIgnoreCase)).Kind;
        return told is Container.Zip or Container.Tar or Container.TarGz ? told : form switch
        {
            InputForm.JsonLines => Container.JsonLines,
            InputForm.Csv => Container.Csv,
            InputForm.Any => told,
            _ => Container.None,
        };
    }

    /// <summary>The id of the report at <paramref name="path"/>: its file name without extension (and without ".gz").</summary>
    public static string Name(string path)
    {
        var name = path.AsSpan(path.AsSpan().LastIndexOfAny('/', '\\') + 1).ToString();
        var bare = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && Known.Contains(Path.GetExtension(name[..^3]), StringComparer.OrdinalIgnoreCase) ? name[..^3] : name;
        return Path.GetFileNameWithoutExtension(bare) is { Length: > 0 } id ? id : name;
    }
}
