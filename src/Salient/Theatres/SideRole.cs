using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Salient.Theatres;

/// <summary>What a side is to its theatre: the scorer learns and pages colour sides by role, never by id, so that any theatre's are told apart.</summary>
public static class SideRole
{
    /// <summary>The party on whose ground the war is fought.</summary>
    public const string Home = "home";

    /// <summary>The party that it fights.</summary>
    public const string Foe = "foe";

    /// <summary>Held by no party for sure; as a holder it is its own id.</summary>
    public const string Contested = "contested";

    /// <summary>Everybody else.</summary>
    public const string Other = "other";

    /// <summary>Roles by the ids of <paramref name="sides"/>. The first party is at home where none is said to be; the first of the others is its foe.</summary>
    public static FrozenDictionary<string, string> Of(ImmutableArray<Side> sides)
    {
        var home = sides.FirstOrDefault(s => s is { Party: true, Home: true }) ?? sides.FirstOrDefault(s => s.Party);
        var foe = sides.FirstOrDefault(s => s.Party && s.Id != home?.Id);
        return sides.Where(s => s.Id != Contested).Select(s => KeyValuePair.Create(s.Id, s == home ? Home : s == foe ? Foe : Other))
            .Append(KeyValuePair.Create(Contested, Contested)).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
