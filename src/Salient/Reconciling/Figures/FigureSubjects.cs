using Salient.Records;

namespace Salient.Reconciling.Figures;

/// <summary>What a figure is of, beyond what its series says: figures contradict each other only where they count the same force in the same places. Pure.</summary>
/// <param name="bodies">Tells a side's forces as a whole from one of them.</param>
/// <param name="home">The country that the war is fought in, by name: a figure of it is a figure of the war. Null where there is none.</param>
internal sealed class FigureSubjects(Bodies bodies, string? home)
{
    private const string Apart = "; ", Within = " in ";

    /// <summary>In words, empty for a side's forces as a whole ("the 80th Brigade in Brodiv"); null where it is not told of what it is a figure, so that it stands against no other.</summary>
    /// <param name="claim">A claim that gives the figure.</param>
    /// <param name="basis">What stretch of time it counts.</param>
    public string? Of(Claim claim, FigureBasis basis)
    {
        if (claim.Quantity?.Unit == "percent")
        {
            return null;
        }

        var harm = claim.Kind == "civilian-harm";
        var force = harm || claim.Actor is not { } actor || bodies.Whole(actor.Name, actor.Side, claim.Quantity?.Unit) ? "" : actor.Name;
        if (basis == FigureBasis.Cumulative)
        {
            return force;
        }

        var places = string.Join(Apart, claim.Places.Select(p => p.Name).Where(n => n != home).Distinct().Order(StringComparer.Ordinal));
        return harm && places.Length == 0 ? null : places.Length == 0 ? force : (force + Within + places).Trim();
    }
}
