namespace Salient.Acquiring;

/// <summary>What the user says that inputs are.</summary>
public enum InputForm
{
    /// <summary>Not said: told by name and content.</summary>
    Any,

    /// <summary>Plain text, one report a file.</summary>
    Text,

    /// <summary>HTML, one page a file.</summary>
    Html,

    /// <summary>JSON lines: <c>{"id", "date", "text"}</c>, one report a line.</summary>
    JsonLines,

    /// <summary>CSV with named columns, one report a row.</summary>
    Csv,
}

/// <summary>How inputs are taken, and how much of them at most.</summary>
public sealed record AcquireOptions
{
    /// <summary>What every input is.</summary>
    public InputForm Form { get; init; } = InputForm.Any;

    /// <summary>The date of every report that brings none of its own; null where none is given.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Bytes that one report may have, after decompression. Default 20 MiB.</summary>
    public int LargestReport { get; init; } = 20 * 1024 * 1024;

    /// <summary>How many times larger an archive's entry may get when decompressed, once over 1 MiB.</summary>
    public int LargestRatio { get; init; } = 300;

    /// <summary>Entries that one archive may have.</summary>
    public int MostEntries { get; init; } = 1_000_000;

    /// <summary>True where addresses inside this machine and its networks may be fetched from.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>How long one address may take, redirects included.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Who servers are told is asking; the name before the slash is what robots.txt files know the program by.</summary>
    public string Agent { get; init; } = "Salient/0.1";

    /// <summary>The host's clock, for when things were fetched; null where captures carry no time.</summary>
    public TimeProvider? Clock { get; init; }
}
