namespace Salient.Training.Layers;

/// <summary>What is left out by chance: the same numbers for the same seed on every machine.</summary>
internal sealed class Chance
{
    private ulong state = 1;

    /// <summary>Begins anew from <paramref name="seed"/>.</summary>
    public void Seed(ulong seed) => state = Salient.Parsing.Keys.Mix(seed) | 1;

    /// <summary>A number from 0 up to, not with, 1.</summary>
    public float Next()
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (state >> 40) * (1f / (1 << 24));
    }
}
