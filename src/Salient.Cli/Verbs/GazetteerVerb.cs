using System.CommandLine;
using Salient.Locating.Gazetteers;
using Salient.Locating.Importing;
using Salient.Records;
using Spectre.Console;

namespace Salient.Cli.Verbs;

/// <summary>`salient gazetteer import FILE`: takes a GeoNames dump of any country into a theatre.</summary>
internal static class GazetteerVerb
{
    private const int MostShown = 50;

    public static Command Make()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A GeoNames dump: tab-separated, 19 columns." };
        var theatre = new Option<string>("--theatre") { Description = "The theatre that it is for.", DefaultValueFactory = _ => "ukraine" };
        var to = new Option<FileInfo?>("--out") { Description = "Where to write it; gazetteer-CC.bin in the theatre's folder where not said." };
        var import = new Command("import", "Takes a GeoNames dump, and says what it took and what it refused.") { file, theatre, to };
        import.SetAction(result => Run(result.GetValue(file)!, result.GetValue(theatre)!, result.GetValue(to)));
        return new Command("gazetteer", "The places that names are looked up in.") { import };
    }

    private static int Run(FileInfo file, string theatre, FileInfo? to)
    {
        if (!file.Exists)
        {
            Console.Error.WriteLine(new Problem("SAL0306", file.FullName, "There is no such file.", "Name a dump as download.geonames.org gives it, unpacked."));
            return Exit.Usage;
        }

        var (dump, entries) = WithProgress(progress => Read(file, progress));
        foreach (var problem in dump.Refused.Take(MostShown))
        {
            Console.Error.WriteLine(problem);
        }

        if (dump.Refused.Length > MostShown)
        {
            Console.Error.WriteLine($"… and {dump.Refused.Length - MostShown} more rows like these.");
        }

        if (entries.Length == 0)
        {
            Console.Error.WriteLine(new Problem("SAL0307", file.FullName, "No row of it is a place that could be taken; nothing was written.", "See the rows refused above, or name another file."));
            return Exit.SomeRefused;
        }

        var country = dump.Rows.CountBy(r => r.Country).MaxBy(c => c.Value).Key.ToLowerInvariant();
        var path = to?.FullName ?? Path.Combine(Pipeline.DataFolder, "theatres", theatre, $"gazetteer-{country}.bin");
        GazetteerWriter.Write(path, entries);
        Console.Out.WriteLine($"{file.Name}: {dump.Rows.Length + dump.Refused.Length} rows, {entries.Length} places taken, {dump.Rows.Length - entries.Length} of kinds that reports do not name, {dump.Refused.Length} refused. Written: {path}");
        return dump.Refused.IsEmpty ? Exit.Success : Exit.SomeRefused;
    }

    private static (GeoNamesDump Dump, GazetteerEntry[] Entries) Read(FileInfo file, Action<double> progress)
    {
        var dump = GeoNamesDump.Read(file.FullName, Lines(file, progress));
        var cyrillic = dump.Rows.Count(r => r.Alternates.Any(a => a.Any(c => c is >= 'а' and <= 'ґ')));
        var bySound = cyrillic * 4 > dump.Rows.Length;
        return (dump, [.. dump.Rows.Select(r => EntryMaker.Make(r, bySound)).OfType<GazetteerEntry>()]);
    }

    private static IEnumerable<string> Lines(FileInfo file, Action<double> progress)
    {
        const int Step = 2000;
        using var stream = file.OpenRead();
        using var reader = new StreamReader(stream);
        var n = 0;
        while (reader.ReadLine() is { } line)
        {
            if (++n % Step == 0)
            {
                progress((double)stream.Position / Math.Max(1, stream.Length));
            }

            yield return line;
        }

        progress(1);
    }

    /// <summary>Shows a bar on a terminal; quiet in a pipe.</summary>
    private static T WithProgress<T>(Func<Action<double>, T> work)
    {
        if (Console.IsErrorRedirected)
        {
            return work(_ => { });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask("Reading", maxValue: 1);
            return work(done => task.Value = done);
        });
    }
}
