namespace Salient.Dating.Governing;

/// <summary>Where a time stands to an assertion; what speaks for it weighs differently in each.</summary>
internal enum TimePlace
{
    /// <summary>No time.</summary>
    None,

    /// <summary>In its evidence.</summary>
    Own,

    /// <summary>In its sentence, before its evidence.</summary>
    Left,

    /// <summary>In its sentence, after its evidence.</summary>
    Right,

    /// <summary>In the sentence before.</summary>
    Before,

    /// <summary>Two sentences back.</summary>
    Earlier,

    /// <summary>Three sentences back.</summary>
    Far,
}

/// <summary>A possibility: a time, or none, and what can be told of it in short names.</summary>
internal sealed record Weighable(TimePlace Place, List<string> Shown);
