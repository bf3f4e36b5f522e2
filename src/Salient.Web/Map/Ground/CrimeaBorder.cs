namespace Salient.Web.Map.Ground;

/// <summary>Whose border the map draws round Crimea. Who holds it is a matter of the layers, not of the border.</summary>
public enum CrimeaBorder
{
    /// <summary>As most states and the United Nations' General Assembly hold: Ukraine's.</summary>
    Ukraine,

    /// <summary>As Russia holds.</summary>
    Russia,

    /// <summary>Both lines, dashed.</summary>
    Both,
}
