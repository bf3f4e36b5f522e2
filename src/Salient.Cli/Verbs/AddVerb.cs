using System.CommandLine;
using System.Globalization;
using System.Reflection;
using Salient.Acquiring;
using Salient.Reading;
using Salient.Recording;
using Salient.Records;
using Spectre.Console;

namespace Salient.Cli.Verbs;

/// <summary>`salient add`: reads, codes and records; twice is the same as once.</summary>
internal static class AddVerb
{
    private const int Listed = 20;

    public static Command Make()
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "Files, folders, patterns, archives, http and https addresses; '-' is standard input.", Arity = ArgumentArity.OneOrMore };
        var ledger = LedgerOption.Make();
        var date = new Option<string?>("--date") { Description = "The day that the inputs were published, yyyy-mm-dd, for those that do not say." };
        var input = new Option<string?>("--input") { Description = "What the inputs are: text, html, jsonl or csv; told by name and content where not said. Standard input is one report where not said." };
        input.AcceptOnlyFromAmong("text", "html", "jsonl", "csv");
        var inside = new Option<bool>("--allow-private") { Description = "Fetches from addresses inside this machine and its networks too." };
        var verb = new Command("add", "Reads, codes and records reports; adding twice is the same as adding once.") { inputs, ledger, date, input, inside };
        verb.SetAction(result => Run(
            result.GetValue(inputs)!,
            result.GetValue(ledger)!,
            Days.Parse(result.GetValue(date), "--date"),
            new AcquireOptions { Form = Form(result.GetValue(input)), AllowPrivateAddresses = result.GetValue(inside), Clock = TimeProvider.System }));
        return verb;
    }

    /// <summary>The program's version, for coding runs.</summary>
    public static string Program => typeof(AddVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Cuts live pages into posts; the rules are read when the first page comes.</summary>
    public static Func<Capture, IEnumerable<Capture>> Splitter()
    {
        var splitter = new Lazy<PostSplitter>(() => new PostSplitter(ReadingRulesLoader.Load(Path.Combine(Pipeline.DataFolder, "rules", "en", "reading.yaml"))));
        return capture => capture.Kind == MediaKind.Text ? [capture] : splitter.Value.Split(capture);
    }

    private static InputForm Form(string? input) => input switch
    {
        "text" => InputForm.Text,
        "html" => InputForm.Html,
        "jsonl" => InputForm.JsonLines,
        "csv" => InputForm.Csv,
        _ => InputForm.Any,
    };

    internal static int Run(string[] inputs, string path, DateOnly? date, AcquireOptions? options = null)
    {
        using var stop = new CancellationTokenSource();
        void Stop(object? sender, ConsoleCancelEventArgs e)
        {
            e.Cancel = true;
            stop.Cancel();
        }

        Console.CancelKeyPress += Stop;
        try
        {
            using var ledger = Ledger.Write(path);
            var adder = new Adder(ledger, () => new Pipeline(Pipeline.DataFolder), Program, Fingerprint.Of(Pipeline.DataFolder), Splitter());
            var acquired = new Acquirer(options).Acquire(inputs).Select(a => date is null || a.Capture is null or { Date: not null } ? a : a with { Capture = a.Capture with { Date = date } });
            var result = Shown(progress => adder.Add(acquired, Environment.ProcessorCount, progress, stop.Token));
            if (!stop.IsCancellationRequested)
            {
                Pictures.Keep(ledger);
            }

            Tell(result, path);
            return result.Refused.IsEmpty ? Exit.Success : Exit.Of(result.Refused);
        }
        finally
        {
            Console.CancelKeyPress -= Stop;
        }
    }

    private static AddResult Shown(Func<Action<AddProgress>?, AddResult> add)
    {
        if (Console.IsErrorRedirected || Console.IsOutputRedirected)
        {
            return add(null);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Status().Start("Reading", status => add(p =>
            status.Status(string.Create(CultureInfo.InvariantCulture, $"{Phrasing.Count(p.Seen, "input")}, {Phrasing.Count(p.Added, "new report")}, {Phrasing.Count(p.Claims, "claim")}"))));
    }

    private static void Tell(AddResult result, string path)
    {
        foreach (var problem in result.Refused)
        {
            Console.Error.WriteLine(problem);
        }

        if (!result.Undated.IsEmpty)
        {
            Console.Error.WriteLine($"{Phrasing.Count(result.Undated.Length, "report")} without a day; give one with: salient add FILE --date yyyy-mm-dd");
            foreach (var report in result.Undated.Take(Listed))
            {
                Console.Error.WriteLine("  " + report.Origin + Bounds(report.Date));
            }
        }

        if (result.Foreign > 0)
        {
            Console.Error.WriteLine($"{Phrasing.Count(result.Foreign, "report")} not in English: kept, but not coded; `salient status` lists them");
        }

        foreach (var report in result.Retracted)
        {
            Console.WriteLine($"withdrawn by its outlet: {report}; its claims are kept, marked, and weigh nothing");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Added} added, {result.Known} known, {Phrasing.Count(result.Claims, "claim")}, {result.Refused.Length} refused; ledger {path}"));
    }

    private static string Bounds(ReportDate date) => (date.NotBefore, date.NotAfter) switch
    {
        (null, null) => "",
        ({ } from, null) => $" (not before {Days.Write(from)})",
        (null, { } to) => $" (not after {Days.Write(to)})",
        ({ } from, { } to) => $" (between {Days.Write(from)} and {Days.Write(to)})",
    };
}
