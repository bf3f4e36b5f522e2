using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Dating.Governing;

/// <summary>The times that could be an assertion's: those of its own sentence and of the few before it, but for those that give no days.</summary>
internal static class TimeCandidates
{
    /// <summary>How many sentences back a time is still looked for.</summary>
    public const int Back = 3;

    /// <summary>Indices into <paramref name="times"/>, by position.</summary>
    public static List<int> Of(ImmutableArray<TimeExpression> times, Assertion assertion)
    {
        var found = new List<int>();
        for (var i = 0; i < times.Length; i++)
        {
            if (times[i].Governs is not null && times[i].Sentence <= assertion.Sentence && times[i].Sentence >= assertion.Sentence - Back)
            {
                found.Add(i);
            }
        }

        return found;
    }
}
