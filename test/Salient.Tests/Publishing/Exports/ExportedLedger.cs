using System.Text;
using Salient.Publishing.Exports;
using Salient.Reconciling;
using Salient.Records;
using Salient.Tests.Reconciling;
using Salient.Tests.Recording;

namespace Salient.Tests.Publishing.Exports;

/// <summary>A ledger in memory that has one of everything that is hard to export: a wide place, none, a day unknown, words meant to harm.</summary>
internal static class ExportedLedger
{
    public const string Wide = "=HYPERLINK(\"http://example.invalid\") forces took the oblast";
    private const string First = "Forces took Brodiv. Some 40 tanks burned. \u0001]]> & <b>\ud800 was shelled. " + Wide + ". The mill was hit. Two civilians died near Ostrivka.";
    private static readonly ClaimSource Staff = Made.Source("the General Staff", "military", "ua");

    public static MemoryLedger Ledger { get; } = Make();

    public static ExportSource Source { get; } = Of(Ledger);

    public static ExportSource Of(ILedgerReader ledger)
    {
        var picture = new Picture(ledger, Front.Data, () => Front.Places);
        var data = Pipeline.DataFolder;
        return new ExportSource(
            new ExportNote("9.8.7"), ExportCodes.Load(Path.Combine(data, "rules"), Path.Combine(data, "theatres", "ukraine")), ledger.Claims, ledger.Report,
            () => picture.Happenings, () => picture.Control, () => picture.Figures, id => Front.Places.FirstOrDefault(p => p.GeonameId == id))
        {
            Reviews = () => [new ReviewEntry("00000000000000ee", 1, "correct", "00000000000000aa", "@Ada", new DateTimeOffset(2022, 10, 5, 12, 0, 0, TimeSpan.Zero), null, [new SlotChange("act", "lost")], "=1+1")],
        };
    }

    public static byte[] Bytes(string what, string format, ExportSource? source = null)
    {
        using var output = new MemoryStream();
        ExportForms.Find(what, format)!.Write(source ?? Source, output);
        return output.ToArray();
    }

    public static string Text(string what, string format, ExportSource? source = null) => Encoding.UTF8.GetString(Bytes(what, format, source));

    private static MemoryLedger Make()
    {
        var a = Made.Report("a", First, Front.Day(5, 2), outlet: "+The Gazette");
        var b = Made.Report("b", "Our men took Brodiv on May 1.", Front.Day(5, 3), outlet: "Second Post");
        var undated = Made.Report("c", "Nobody knows when Ostrivka fell.");
        var brodiv = Made.Place("Brodiv", 1, 49, 36);
        return new MemoryLedger(
            (a,
            [
                Made.Claim(a, "Forces took Brodiv", "control", "captured", "ru", [Staff], [brodiv]),
                Made.Claim(a, "Some 40 tanks burned", "loss", "destroyed", "ru", [Staff], quantity: new Quantity(40, 40, "tank", true, "about"), category: "tank"),
                Made.Claim(a, "\u0001]]> & <b>\ud800 was shelled", "combat", "shelling", "ru", [], [Made.Place("\u0001]]> & <b>\ud800", 3, 49, 36.1)], Factuality.Possible),
                Made.Claim(a, Wide, "control", "captured", "ru", [], [Made.Place("the oblast", 5, 49, 38, PlacePrecision.Oblast)]),
                Made.Claim(a, "The mill was hit", "combat", "shelling", "ru", [], [new ClaimPlace("The mill", "at", null, null, null, PlacePrecision.None, 0)]),
                Made.Claim(a, "Two civilians died near Ostrivka", "civilian-harm", "killed", "ru", [], [Made.Place("Ostrivka", 2, 49, 36.2, role: "near")], quantity: new Quantity(2, 2, "civilian", false, "exact")),
            ]),
            (b, [Made.Claim(b, "Our men took Brodiv", "control", "captured", "ru", [Made.Source("the brigade", "military", "ru")], [brodiv], time: new DateRange(Front.Day(5, 1), Front.Day(5, 1)))]),
            (undated, [Made.Claim(undated, "Ostrivka fell", "control", "captured", "ru", [], [Made.Place("Ostrivka", 2, 49, 36.2)], Factuality.CertainlyNot)]));
    }
}
