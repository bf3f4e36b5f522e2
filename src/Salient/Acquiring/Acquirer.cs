using Salient.Records;

namespace Salient.Acquiring;

/// <summary>A capture, or why an input gave none.</summary>
/// <param name="Capture">The capture, or null.</param>
/// <param name="Problem">What was wrong, or null.</param>
public sealed record Acquired(Capture? Capture, Problem? Problem)
{
    /// <summary>Word that something was withdrawn, in place of a capture; or null.</summary>
    public Withdrawal? Withdrawn { get; init; }

    internal static Acquired Failed(string code, string where, string what, string remedy) => new(null, new Problem(code, where, what, remedy));
}

/// <summary>Fetches bytes: from files, folders, patterns, standard input, addresses, feeds, archives, mail, JSON lines and CSV. Streams; nothing is held but the report at hand.</summary>
public sealed class Acquirer
{
    private readonly AcquireOptions options;
    private readonly Func<Stream> standardInput;
    private readonly string? inputName;

    /// <summary>An acquirer that reads standard input from the process.</summary>
    /// <param name="options">How inputs are taken; null for the defaults.</param>
    public Acquirer(AcquireOptions? options = null)
        : this(options, Console.OpenStandardInput)
    {
    }

    internal Acquirer(AcquireOptions? options, Func<Stream> standardInput)
    {
        this.options = options ?? new AcquireOptions();
        this.standardInput = standardInput;
    }

    /// <summary>An acquirer whose standard input is a file's bytes, with the form that the file's name tells.</summary>
    internal Acquirer(AcquireOptions? options, string name, byte[] bytes)
        : this(options, () => new MemoryStream(bytes)) => inputName = name;

    /// <summary>What the inputs give, in their order, a folder's files in order of path; lazily. A bad input is a problem in its place, and the rest goes on.</summary>
    /// <param name="inputs">Paths of files and folders, patterns with * ? and **, "-" for standard input, http and https addresses.</param>
    public IEnumerable<Acquired> Acquire(IEnumerable<string> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var names = new NameKeeper();
        foreach (var input in inputs)
        {
            var found = input == "-" ? Input() : WebSource.IsAddress(input) ? Web(input) : Paths(input);
            foreach (var acquired in found)
            {
                yield return Finish(acquired, names);
            }
        }
    }

    private IEnumerable<Acquired> Input() => inputName is null
        ? new StreamSource(options).Acquire("standard-input", "-", standardInput)
        : ContainerForm.Of(inputName, options.Form) switch
        {
            Container.Zip => new ZipSource(options).Acquire(inputName, standardInput),
            Container.Tar => new TarSource(options).Acquire(inputName, false, standardInput),
            Container.TarGz => new TarSource(options).Acquire(inputName, true, standardInput),
            var kind => new StreamSource(options, kind).Acquire(ContainerForm.Name(inputName), inputName, standardInput),
        };

    private IEnumerable<Acquired> Web(string address)
    {
        using var web = new WebSource(options);
        foreach (var acquired in web.Acquire(address))
        {
            yield return acquired;
        }
    }

    private IEnumerable<Acquired> Paths(string input)
    {
        var files = PathExpander.Expand(input, out var problem);
        if (problem is not null)
        {
            return [new Acquired(null, problem)];
        }

        var source = new FileSource(options);
        return files.SelectMany(source.Acquire);
    }

    private Acquired Finish(Acquired acquired, NameKeeper names)
    {
        if (acquired.Capture is not { } capture)
        {
            return acquired;
        }

        var name = names.Keep(capture.Name, capture.Origin);
        return name == capture.Name && (capture.Date is not null || options.Date is null)
            ? acquired
            : acquired with { Capture = capture with { Name = name, Date = capture.Date ?? options.Date } };
    }
}
