using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Salient.Coding.Frames;

/// <summary>The kinds of claims and the acts of each, as the codebook fixes them.</summary>
public static class Codebook
{
    /// <summary>Acts by kind.</summary>
    public static FrozenDictionary<string, ImmutableArray<string>> Acts { get; } = new Dictionary<string, ImmutableArray<string>>
    {
        ["control"] = ["captured", "recaptured", "held", "lost", "contested", "besieged", "annexed"],
        ["movement"] = ["advanced", "stalled", "withdrew", "repositioned", "deployed", "reinforced", "massed", "crossed"],
        ["combat"] = ["assault", "counterattack", "airstrike", "shelling", "missile-strike", "drone-strike", "clash", "repelled", "pressure", "reconnaissance", "explosion"],
        ["strength"] = ["force-count", "unit-size", "share", "change"],
        ["loss"] = ["killed", "wounded", "captured", "missing", "casualties", "destroyed", "damaged"],
        ["civilian-harm"] = ["killed", "wounded", "displaced", "detained", "infrastructure"],
        ["cohesion"] = ["morale", "order-refusal", "command", "training", "appointment", "dismissal"],
        ["logistics"] = ["shortage", "disrupted", "weather", "aid-delivered", "aid-pledged", "aid-requested"],
        ["incident"] = ["fire", "accident", "sabotage"],
        ["politics"] = ["negotiation", "declaration", "mobilisation", "threat", "criticism", "sanction", "agreement"],
        ["assessment"] = ["progress", "capability", "intention", "forecast", "significance"],
    }.ToFrozenDictionary();
}
