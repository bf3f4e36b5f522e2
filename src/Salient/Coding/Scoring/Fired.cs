namespace Salient.Coding.Scoring;

/// <summary>Acts by the word on which their frames fired, of the units of one sentence; each once a word.</summary>
internal sealed class Fired
{
    private readonly Dictionary<int, List<string>> acts = [];

    /// <param name="units">The units.</param>
    public Fired(IEnumerable<Unit> units)
    {
        foreach (var unit in units)
        {
            foreach (var found in unit.Found)
            {
                var act = found.Kind + "/" + found.Act;
                if (!acts.TryGetValue(found.Trigger, out var own))
                {
                    acts[found.Trigger] = own = [];
                }

                if (!own.Contains(act))
                {
                    own.Add(act);
                }
            }
        }
    }

    /// <summary>The acts on the word at <paramref name="token"/>, in the order of the units.</summary>
    public IReadOnlyList<string> On(int token) => acts.TryGetValue(token, out var own) ? own : [];
}
