namespace Salient.Coding.Scoring;

/// <summary>A part of many features' names: what its characters do to a key is worked out once.</summary>
internal readonly struct FeaturePart
{
    /// <param name="text">The characters.</param>
    public FeaturePart(string text)
    {
        Text = text;
        Key = FeatureTable.Key(0, text);
        Power = FeatureTable.Power(text.Length);
    }

    /// <summary>The characters.</summary>
    public string Text { get; }

    /// <summary>The key of the characters after nothing.</summary>
    public ulong Key { get; }

    /// <summary>What a key is multiplied by when the characters are put after it.</summary>
    public ulong Power { get; }

    public static implicit operator FeaturePart(string text) => new(text);
}
