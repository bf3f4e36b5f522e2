using System.CommandLine;
using Salient.Training.Measuring.Intake;
using Salient.Training.Measuring.SideBySide;

namespace Salient.Training.Measuring;

/// <summary><c>measure WHAT PATH</c>: scores a stage against an outside reference and prints figures.</summary>
internal static class MeasureVerb
{
    // One line a measure: its name, what it wants at PATH, what runs it.
    private static readonly (string Name, string Wants, Action<string, TextWriter> Run)[] Measures =
    [
        ("geoparsing", "FILE.xml: LGL, TR-News or GeoVirus", GeoparsingMeasure.Run),
        ("locating-speed", "FILE.jsonl[,OUT.jsonl]: lines of id, date and text; where to write the places found", LocatingSpeed.Run),
        ("isaf", "a file of press releases with their coding, one JSON object a line", IsafMeasure.Run),
        ("timex", "a folder of TimeML files", TimexMeasure.Run),
        ("recognizers", "a folder that holds DateTime/English and Number/English", RecognizerMeasure.Run),
        ("headlines", "HEADLINES.csv,LOSSES: the file of headlines, the folder of the claimant's series", HeadlineMeasure.Run),
        ("pace", "a folder of texts", PaceMeasure.Run),
        ("fuzz", "FOLDER[+FOLDER],COUNT[,DATA[,SEED[,FINDINGS]]]: files to spoil and read, how many times, the folder with rules/ and theatres/, where to keep what crashed or was slow", FuzzMeasure.Run),
        ("kills", "PROGRAM.dll,KILLS[,REPORTS[,SEED]]: the built program, kills in all or ADD+WATCH, reports in an input", KillMeasure.Run),
        ("lines", "MEGABYTES[,DISTINCT[,WORDS]]: writes invented JSON lines", LinesMeasure.Run),
        ("watch-day", "FEEDS,HOURS,MINUTES: invented feeds, simulated hours, minutes from one entry to the next", WatchDayMeasure.Run),
        ("side-by-side", "SHARED[,LEDGER]: the folder of reports, gold claims and data to check by, skipped where it is absent; a ledger to keep", SideBySideMeasure.Run),
        ("area", "CHANGELOG,FRONT.csv,FROM,UNTIL: a map's changes, ground by export front, days; a folder in place of the file gets the map's notes as reports", AreaMeasure.Run),
        ("evidence", "GOLD,REPORTS: share of gold evidence inside one sentence", EvidenceMeasure.Run),
        ("parsing-speed", "a folder of texts", ParsingSpeed.Run),
        ("mentions", "RE3D,even or RE3D,odd: the half of its documents to score", MentionMeasure.Run),
        ("quantity", "GOLD,REPORTS[,DATES.json], as for time", QuantityMeasure.Run),
        ("time", "GOLD,REPORTS[,DATES.json]: folders of gold claims and of the texts, dates where the names do not tell them", TimeMeasure.Run),
    ];

    public static Command Make()
    {
        var what = new Argument<string>("what") { Description = string.Join("; ", Measures.Select(m => $"{m.Name}: {m.Wants}")) };
        what.AcceptOnlyFromAmong([.. Measures.Select(m => m.Name)]);
        var path = new Argument<string>("path") { Description = "the reference" };
        var verb = new Command("measure", "Scores a stage against an outside reference.") { what, path };
        verb.SetAction(parsed => Measures.Single(m => m.Name == parsed.GetValue(what)).Run(parsed.GetValue(path)!, Console.Out));
        return verb;
    }
}
