using Salient.Locating.Gazetteers;
using Salient.Publishing.Exports;
using Salient.Reconciling;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Cli.Verbs;

/// <summary>Makes what exports read, of a ledger and the data that ships.</summary>
internal static class ExportSources
{
    /// <summary>The source; the gazetteer and what the claims amount to are worked out only where an export asks for them.</summary>
    public static ExportSource Of(ILedgerReader ledger, Picture picture, string theatre = "ukraine", DateOnly? since = null, DateOnly? until = null)
    {
        ledger = ledger.Reviewed();
        var folder = Path.Combine(Pipeline.DataFolder, "theatres", theatre);
        var places = new Lazy<Dictionary<int, Place>>(() => Settlements.Load(folder, picture.Country).ToDictionary(p => p.GeonameId));
        return new ExportSource(
            new ExportNote(AddVerb.Program),
            ExportCodes.Load(Path.Combine(Pipeline.DataFolder, "rules"), folder),
            ledger.Claims,
            ledger.Report,
            () => picture.Happenings,
            () => picture.Control,
            () => picture.Figures,
            id => places.Value.GetValueOrDefault(id))
        {
            Reviews = ledger.Reviews,
            Front = () => picture.Front(until),
            Areas = () => picture.Areas(since, until),
        };
    }
}
