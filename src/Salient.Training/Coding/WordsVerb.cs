using System.CommandLine;
using System.Text.Json;
using Salient.Coding.Scoring;

namespace Salient.Training.Coding;

/// <summary>`train words`: packs word vectors that a public package carries into the form that the scorer reads.</summary>
internal static class WordsVerb
{
    public static Command Make()
    {
        var source = new Argument<string>("FILE") { Description = "JSON with \"words\", most frequent first, and \"vectors\", an array of numbers for each." };
        var count = new Option<int>("--count") { Description = "How many of the most frequent plain words to keep.", DefaultValueFactory = _ => 30_000 };
        var save = new Option<string>("--out") { Description = "Where to write the vectors.", Required = true };
        var verb = new Command("words", "Packs word vectors of a public package.") { source, count, save };
        verb.SetAction(r => WordVectorsFile.Save(Pack(r.GetValue(source)!, r.GetValue(count)), r.GetValue(save)!));
        return verb;
    }

    private static WordVectors Pack(string path, int count)
    {
        using var stream = File.OpenRead(path);
        using var json = JsonDocument.Parse(stream);
        var size = json.RootElement.GetProperty("dimensions").GetInt32();
        var vectors = json.RootElement.GetProperty("vectors");
        string[] words = [.. json.RootElement.GetProperty("words").EnumerateArray().Select(w => w.GetString()!)
            .Where(w => w.Length > 0 && char.IsAsciiLetterLower(w[0]) && w.All(c => char.IsAsciiLetterLower(c) || c is '-' or '\'')).Distinct(StringComparer.Ordinal).Take(count)];
        var cells = new sbyte[words.Length * size];
        var scales = new float[words.Length];
        for (var w = 0; w < words.Length; w++)
        {
            float[] row = [.. vectors.GetProperty(words[w]).EnumerateArray().Take(size).Select(x => x.GetSingle())];
            var length = MathF.Sqrt(row.Sum(x => x * x));
            var most = row.Max(MathF.Abs);
            scales[w] = most / length / 127;
            for (var i = 0; i < size; i++)
            {
                cells[(w * size) + i] = (sbyte)MathF.Round(row[i] / most * 127);
            }
        }

        return new WordVectors(words, cells, scales);
    }
}
