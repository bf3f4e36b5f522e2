using System.CommandLine;
using Salient.Locating.Gazetteers;
using Salient.Locating.Names;

namespace Salient.Training.Gazetteer;

/// <summary>`collisions WORDS`: which words of a list, one a line, some place is called by; what rules/en/not-places.txt is drawn from.</summary>
internal static class Collisions
{
    public static Command Make()
    {
        var words = new Argument<FileInfo>("WORDS") { Description = "Lower-case words, one a line." };
        var verb = new Command("collisions", "Which words of a list some place is called by.") { words };
        verb.SetAction(result =>
        {
            var keys = GazetteerLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", "ukraine")).Keys;
            foreach (var word in File.ReadLines(result.GetValue(words)!.FullName))
            {
                if (keys.Has(KeyTable.Hash(KeyTable.Hash(KeyKind.Sound), Skeleton.Of(word))) || keys.Has(KeyTable.Hash(KeyTable.Hash(KeyKind.Plain), word)))
                {
                    Console.WriteLine(word);
                }
            }
        });
        return verb;
    }
}
