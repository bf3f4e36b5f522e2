using Salient.Reconciling;
using Salient.Reconciling.Reckoning;
using Salient.Recording;
using Salient.Records;

namespace Salient;

/// <summary>Keeps what a ledger's claims amount to in the ledger: little by little where little has come, all at once where much has or other data is in force.</summary>
/// <param name="ledger">A ledger open for writing.</param>
/// <param name="data">What reconciling goes by.</param>
/// <param name="places">The gazetteer's settlements, raions and oblasts.</param>
public sealed class Reconciler(Ledger ledger, ReconcilingData data, Func<IEnumerable<Place>> places)
{
    private const int FewReports = 200, Tries = 5;
    private const double Much = 0.2;
    private readonly Reckoner reckoner = new(data, places);

    /// <summary>Brings findings up to date.</summary>
    /// <param name="settle">Works out the settlements that no word tells of, too: that takes as long for one report as for many.</param>
    /// <exception cref="ProblemException">SAL0601 to SAL0609: the ledger.</exception>
    public Reckoned Reconcile(bool settle = true)
    {
        var due = ledger.DueReports;
        if (!ledger.Stamped(data.Stamp) || (due > FewReports && due > Much * ledger.ReportNames().Length))
        {
            return Anew();
        }

        return ledger.Reckon(store =>
        {
            var done = reckoner.Update(store);
            if (settle && !store.Settled)
            {
                reckoner.Settle(store);
            }

            return done;
        });
    }

    private Reckoned Anew()
    {
        for (var i = 1; ; i++)
        {
            var revision = ledger.Revision;
            var made = new MemoryFindings(ledger);
            var done = reckoner.Update(made);
            reckoner.Settle(made);
            if (ledger.Keep(made, data.Stamp, revision))
            {
                return done;
            }

            if (i == Tries)
            {
                throw new ProblemException(new("SAL0615", ledger.Path, "Others add to the ledger faster than it can be reconciled.", "Nothing is lost; run the command again when they have ended."));
            }
        }
    }
}
