using System.Collections.Immutable;
using System.Globalization;
using Salient.Records;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Salient.Watching;

/// <summary>Reads what `salient watch` goes by: YAML with feeds, sitemaps, pages, folders and alerts.</summary>
public static class WatchConfigLoader
{
    private static readonly string[] Keys = ["polite", "allow_private", "agent", "feeds", "sitemaps", "pages", "folders", "alerts"];
    private static readonly string[] SourceKeys = ["address", "path", "name", "every", "pages", "newest"];
    private static readonly string[] AlertKeys = ["name", "place", "geonameid", "kind", "side", "at_least", "disputes", "to"];
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);

    /// <summary>Reads the file at <paramref name="path"/>; relative paths in it are taken from its folder.</summary>
    /// <exception cref="ProblemException">SAL0141 there is no such file; SAL0142 a line of it is wrong.</exception>
    public static WatchConfig Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path))
        {
            throw new ProblemException(new Problem("SAL0141", path, "There is no such file.", "Name the YAML file that says what to watch."));
        }

        try
        {
            using var reader = new StreamReader(path);
            var yaml = new YamlStream();
            yaml.Load(reader);
            var root = yaml.Documents.Count > 0 ? yaml.Documents[0].RootNode as YamlMappingNode : null;
            return Read(new Section(path, root ?? throw Wrong(path, 1, "The file wants keys: " + string.Join(", ", Keys) + ".")), Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (YamlException e)
        {
            throw Wrong(path, e.Start.Line, e.Message);
        }
    }

    private static WatchConfig Read(Section root, string folder)
    {
        root.Only(Keys);
        var sources = new List<WatchedSource>();
        foreach (var (key, kind, every) in ((string, SourceKind, string)[])[("feeds", SourceKind.Feed, "15m"), ("sitemaps", SourceKind.Sitemap, "1h"), ("pages", SourceKind.Page, "15m"), ("folders", SourceKind.Folder, "30s")])
        {
            sources.AddRange(root.List(key).Select(s => Source(s, kind, every, folder)));
        }

        if (sources.Count == 0)
        {
            throw root.Wrong("Nothing is to be watched: give feeds, sitemaps, pages or folders.");
        }

        foreach (var twice in sources.GroupBy(s => s.Address).Where(g => g.Count() > 1))
        {
            throw root.Wrong($"'{twice.Key}' is watched twice.");
        }

        return new WatchConfig(
            root.Span("polite", "2s"),
            root.Flag("allow_private"),
            root.Text("agent") ?? "Salient/0.1",
            [.. sources],
            [.. root.List("alerts").Select(a => Alert(a, folder))]);
    }

    private static WatchedSource Source(Section source, SourceKind kind, string every, string folder)
    {
        source.Only(SourceKeys);
        var key = kind == SourceKind.Folder ? "path" : "address";
        var address = source.Text(key) ?? throw source.Wrong($"The key '{key}' is missing.");
        if (kind != SourceKind.Folder && !(Uri.TryCreate(address, UriKind.Absolute, out var at) && at.Scheme is "http" or "https"))
        {
            throw source.Wrong($"'{address}' is no http or https address.");
        }

        var span = source.Span("every", every);
        if (span < Shortest)
        {
            throw source.Wrong($"Looking every {span.TotalSeconds:0} s is too often: at least {Shortest.TotalSeconds:0} s.");
        }

        var newest = source.Number("newest") ?? 200;
        return new WatchedSource(kind, kind == SourceKind.Folder ? Path.GetFullPath(address, folder) : address, source.Text("name") ?? address, span, source.Flag("pages"), (int)Math.Clamp(newest, 0, 50_000));
    }

    private static AlertRule Alert(Section alert, string folder)
    {
        alert.Only(AlertKeys);
        var kind = alert.Text("kind")?.Split('/');
        var to = alert.List("to").Select(t => Target(t, folder)).ToImmutableArray();
        if (to.IsEmpty)
        {
            throw alert.Wrong("The alert goes nowhere: give 'to' with file, webhook or feed.");
        }

        return new AlertRule(
            alert.Text("name") ?? throw alert.Wrong("The key 'name' is missing."),
            alert.Text("place"),
            (int?)alert.Number("geonameid"),
            kind?[0],
            kind?.ElementAtOrDefault(1),
            alert.Text("side"),
            alert.Number("at_least"),
            alert.Flag("disputes"),
            to);
    }

    private static AlertTarget Target(Section target, string folder)
    {
        target.Only(["file", "webhook", "feed"]);
        return (target.Text("file"), target.Text("webhook"), target.Text("feed")) switch
        {
            ({ } file, null, null) => new AlertTarget(TargetKind.File, Path.GetFullPath(file, folder)),
            (null, { } address, null) when Uri.TryCreate(address, UriKind.Absolute, out var at) && at.Scheme is "http" or "https" => new AlertTarget(TargetKind.Webhook, address),
            (null, null, { } feed) => new AlertTarget(TargetKind.Feed, Path.GetFullPath(feed, folder)),
            _ => throw target.Wrong("A target wants one of file, webhook (an http or https address) and feed."),
        };
    }

    private static ProblemException Wrong(string path, long line, string what) =>
        new(new Problem("SAL0142", $"{path}:{line.ToString(CultureInfo.InvariantCulture)}", what, "Mend the line; docs/watching.md shows a whole file."));

    // A mapping with where it stands, so that every complaint names its line.
    private sealed class Section(string path, YamlMappingNode node)
    {
        public ProblemException Wrong(string what) => WatchConfigLoader.Wrong(path, node.Start.Line, what);

        public void Only(string[] keys)
        {
            foreach (var key in node.Children.Keys)
            {
                if (!keys.Contains(key.ToString()))
                {
                    throw WatchConfigLoader.Wrong(path, key.Start.Line, $"The key '{key}' is not known; known are {string.Join(", ", keys)}.");
                }
            }
        }

        public string? Text(string key) => node.Children.TryGetValue(key, out var value) ? value is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Wrong($"The key '{key}' wants a word or number.") : null;

        public bool Flag(string key) => Text(key) switch { null or "false" => false, "true" => true, _ => throw Wrong($"The key '{key}' wants true or false.") };

        public double? Number(string key) => Text(key) is not { } text ? null : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong($"The key '{key}' wants a number.");

        public TimeSpan Span(string key, string otherwise)
        {
            var text = Text(key) ?? otherwise;
            var unit = text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => 0 };
            return unit > 0 && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && count * unit <= 366 * 86_400.0
                ? TimeSpan.FromSeconds(count * unit)
                : throw Wrong($"The key '{key}' wants a stretch of time: 30s, 15m, 2h, 1d.");
        }

        public IEnumerable<Section> List(string key)
        {
            if (!node.Children.TryGetValue(key, out var value))
            {
                return [];
            }

            return value is YamlSequenceNode list ? list.Select(i => i is YamlMappingNode map ? new Section(path, map) : throw WatchConfigLoader.Wrong(path, i.Start.Line, $"An item of '{key}' wants keys.")) : throw Wrong($"The key '{key}' wants a list.");
        }
    }
}
