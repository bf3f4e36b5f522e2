using Salient.Coding.Frames;
using Salient.Locating.Gazetteers;
using Salient.Records;
using Salient.Reviewing;
using Salient.Theatres;

namespace Salient.Cli.Verbs;

/// <summary>Makes what checks reviews, with the data that ships.</summary>
internal static class Reviewers
{
    /// <summary>A maker; the gazetteer is read when a place is first given by its id.</summary>
    public static Func<ILedgerReader, Reviewer> Of(string theatre = "ukraine")
    {
        var loaded = TheatreLoader.Load(Path.Combine(Pipeline.DataFolder, "theatres", theatre));
        var places = new KnownPlaces(loaded.Folder);
        string[] sides = [.. loaded.Sides.Select(s => s.Id)];
        return ledger => new Reviewer(ledger, Codebook.Acts, sides, places.Find);
    }
}
