using System.Collections.Immutable;
using System.Globalization;
using Salient.Records;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Salient.Coding.Frames;

/// <summary>Reads frames and word lists from a folder of YAML files (docs/frames.md says how they are written).</summary>
public static class FrameLoader
{
    private static readonly HashSet<string> TopKeys = ["kind", "defaults", "lists", "nouns", "frames"];

    /// <summary>Reads every <c>*.yaml</c> below <paramref name="folder"/>, by path.</summary>
    /// <exception cref="ProblemException">
    /// SAL0501 there is no such folder or no file in it; SAL0502 a file is no YAML; SAL0503 a key is missing, unknown or of the wrong form;
    /// SAL0504 a kind or act that the codebook does not have; SAL0505 a class or list that does not exist; SAL0506 an id used twice;
    /// SAL0507 a wrong trigger; SAL0508 no example or no counter-example. Each with file and line.
    /// </exception>
    public static FrameSet Load(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories) : [];
        if (files.Length == 0)
        {
            throw new ProblemException(new Problem("SAL0501", folder, "No frame file is there.", "Name a folder that holds *.yaml files as docs/frames.md describes them."));
        }

        Array.Sort(files, StringComparer.Ordinal);
        var roots = files.Select(f => (File: f, Root: Parse(f))).ToArray();
        var lists = ListReader.Read(roots);
        var nouns = ImmutableArray.CreateBuilder<CountedNoun>();
        var frames = ImmutableArray.CreateBuilder<Frame>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, root) in roots)
        {
            var yaml = new YamlPlace(file);
            yaml.Only(root, TopKeys);
            foreach (var node in yaml.Maps(root, "nouns"))
            {
                yaml.Only(node, ["words", "unit", "category"]);
                nouns.Add(new CountedNoun(new WordList("noun", yaml.Strings(node, "words")), yaml.Text(node, "unit"), yaml.Text(node, "category")));
            }

            foreach (var node in yaml.Maps(root, "frames"))
            {
                var frame = new FrameReader(yaml, lists, root).Read(node);
                if (!seen.TryAdd(frame.Id, $"{file}:{frame.Line}"))
                {
                    throw yaml.Wrong("SAL0506", node, $"The id '{frame.Id}' is used already at {seen[frame.Id]}.", "Give each frame an id of its own.");
                }

                frames.Add(frame);
            }
        }

        return new FrameSet(frames.ToImmutable(), lists, nouns.ToImmutable());
    }

    private static YamlMappingNode Parse(string file)
    {
        try
        {
            using var reader = new StreamReader(file);
            var yaml = new YamlStream();
            yaml.Load(reader);
            return yaml.Documents.Count > 0 && yaml.Documents[0].RootNode is YamlMappingNode map
                ? map
                : throw new ProblemException(new Problem("SAL0502", file, "It holds no mapping of keys.", "Write it as docs/frames.md describes."));
        }
        catch (YamlException e)
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"{file}:{e.Start.Line}");
            throw new ProblemException(new Problem("SAL0502", where, $"It is no YAML: {e.Message}", "Mend the line."), e);
        }
    }
}
