namespace Salient.Training.Coding;

/// <summary>How strongly a feature of a unit shows.</summary>
internal static class FeatureValue
{
    /// <summary>The value of a feature: words of the report count less than their classes, so that likes are learned rather than words.</summary>
    public static float Of(string name) => Group(name) switch
    {
        "bias" => 2,
        "h" or "w" or "g" or "c" or "sw" or "ow" or "hprt" or "adv" => 0.5f,
        "HO" or "HS" or "tH" or "CH" or "modH" or "mH" or "negH" or "sideH" or "pC" => 0.6f,
        "byside" or "sside" or "oside" => 0.3f,
        _ => 1,
    };

    /// <summary>What sort of feature it is: what stands before the first colon.</summary>
    public static string Group(string name) => name.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? name[..colon] : name;
}
