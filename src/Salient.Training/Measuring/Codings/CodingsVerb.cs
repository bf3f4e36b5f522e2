using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Salient.Scoring;

namespace Salient.Training.Measuring.Codings;

/// <summary><c>codings pack</c> and <c>codings unpack</c>: keeps coded claims without the words of their reports, and lays them over the texts again.</summary>
internal static class CodingsVerb
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make()
    {
        var reports = new Argument<DirectoryInfo>("reports") { Description = "the folder of the reports' texts, ID.txt" };
        var gold = new Argument<DirectoryInfo>("gold") { Description = "a folder of coded claims, ID.jsonl" };
        var file = new Argument<FileInfo>("file") { Description = "a file of packed claims" };
        var folder = new Argument<DirectoryInfo>("out") { Description = "the folder for the claims of each report, ID.jsonl" };
        var pack = new Command("pack", "Prints coded claims, a line each, with places in the text for the words that they take from it.") { gold, reports };
        pack.SetAction(parsed => Pack(parsed.GetValue(gold)!, parsed.GetValue(reports)!, Console.Out));
        var unpack = new Command("unpack", "Lays packed claims over the texts: a file a report, as `salient score` reads them.") { file, reports, folder };
        unpack.SetAction(parsed => Unpack(parsed.GetValue(file)!, parsed.GetValue(reports)!, parsed.GetValue(folder)!, Console.Out));
        return new Command("codings", "Keeps coded claims without the words of their reports.") { pack, unpack };
    }

    private static void Pack(DirectoryInfo gold, DirectoryInfo reports, TextWriter output)
    {
        foreach (var file in gold.EnumerateFiles("*.jsonl").OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var text = Text(reports, Path.GetFileNameWithoutExtension(file.Name));
            var next = new Dictionary<(string, string), int>();
            foreach (var claim in Claims(file))
            {
                var key = ((string)claim["evidence"]!, $"{claim["kind"]}/{claim["act"]}");
                var packed = Standoff.Pack(claim, text, next.GetValueOrDefault(key)) ?? throw new InvalidDataException($"{file.Name}: evidence is not in the report: {key.Item1}");
                next[key] = Standoff.Evidence(claim, text, next.GetValueOrDefault(key)) + 1;
                output.WriteLine(packed.ToJsonString(Plain));
            }
        }
    }

    private static void Unpack(FileInfo file, DirectoryInfo reports, DirectoryInfo folder, TextWriter output)
    {
        folder.Create();
        var (written, missing) = (0, 0);
        foreach (var group in Claims(file).GroupBy(c => (string)c["report"]!))
        {
            if (!File.Exists(Path.Combine(reports.FullName, group.Key + ".txt")))
            {
                missing++;
                continue;
            }

            var text = Text(reports, group.Key);
            File.WriteAllLines(Path.Combine(folder.FullName, group.Key + ".jsonl"), group.Select(c => Standoff.Unpack(c, text).ToJsonString(Plain)));
            written++;
        }

        output.WriteLine($"{written} reports written, {missing} whose text is not there skipped");
    }

    private static IEnumerable<JsonObject> Claims(FileInfo file) => File.ReadLines(file.FullName).Where(l => l.Length > 0).Select(l => JsonNode.Parse(l)!.AsObject());

    private static string Text(DirectoryInfo reports, string id) => Words.Flat(File.ReadAllText(Path.Combine(reports.FullName, id + ".txt")));
}
