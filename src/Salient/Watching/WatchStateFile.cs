using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Salient.Records;

namespace Salient.Watching;

/// <summary>Keeps a watch's state in a file beside the ledger; only one watch at a time holds it.</summary>
public sealed class WatchStateFile : IDisposable
{
    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly string path;
    private readonly FileStream held;

    private WatchStateFile(string path, FileStream held) => (this.path, this.held) = (path, held);

    /// <summary>The state's file of the ledger at <paramref name="ledger"/>.</summary>
    public static string Of(string ledger) => ledger + ".watch.json";

    /// <summary>Holds the state of the ledger at <paramref name="ledger"/> until disposed.</summary>
    /// <exception cref="ProblemException">SAL0145 another watch holds it.</exception>
    public static WatchStateFile Hold(string ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        try
        {
            return new WatchStateFile(Of(ledger), new FileStream(ledger + ".watch.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new ProblemException(new Problem("SAL0145", ledger, "Another watch writes to this ledger.", "End it first, or give all sources to one watch."), e);
        }
    }

    /// <summary>The state as it was saved last; empty where there is none, null where it cannot be read.</summary>
    public static WatchState? Read(string ledger)
    {
        try
        {
            return File.Exists(Of(ledger)) ? JsonSerializer.Deserialize<WatchState>(File.ReadAllBytes(Of(ledger)), Form) : new WatchState();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Saves the state: whole or not at all, whenever the program may end.</summary>
    public void Save(WatchState state)
    {
        var fresh = path + ".new";
        using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, state, Form);
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();
}
