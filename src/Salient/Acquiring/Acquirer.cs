using Salient.Records;

namespace Salient.Acquiring;

/// <summary>A capture, or why an input gave none.</summary>
/// <param name="Capture">The capture, or null.</param>
/// <param name="Problem">What was wrong, or null.</param>
public sealed record Acquired(Capture? Capture, Problem? Problem);

/// <summary>Fetches bytes from paths and folders.</summary>
public sealed class Acquirer
{
    /// <summary>What the inputs give, in order of path; lazily.</summary>
    public IEnumerable<Acquired> Acquire(IEnumerable<string> inputs) =>
        inputs.SelectMany(i => Directory.Exists(i) ? Directory.EnumerateFiles(i).Order(StringComparer.Ordinal) : Enumerable.Repeat(i, 1))
            .Select(f => new Acquired(new Capture(Path.GetFileNameWithoutExtension(f), f, File.ReadAllBytes(f), MediaKind.Unknown), null));
}
