using Salient.Recording;
using Salient.Web.Review;

namespace Salient.Cli.Verbs;

/// <summary>Makes what the pages want for exports and reviews.</summary>
internal static class Desks
{
    private const int Patience = 5;

    /// <summary>The desk of the ledger at <paramref name="path"/>.</summary>
    public static Desk Of(string path)
    {
        var reviewers = Reviewers.Of();
        return new Desk(
            (ledger, picture) => ExportSources.Of(ledger, picture),
            make =>
            {
                using var ledger = Ledger.Write(path, Patience);
                var reviewer = reviewers(ledger.Reviewed());
                return ledger.Append(reviewer.Check(make(reviewer)), TimeProvider.System.GetUtcNow());
            });
    }
}
