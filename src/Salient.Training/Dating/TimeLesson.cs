using Salient.Dating.Governing;

namespace Salient.Training.Dating;

/// <summary>One claim with the times that could be its own.</summary>
/// <param name="Report">Its report's id.</param>
/// <param name="Coded">True where it comes from a report coded by hand, false where it was written for training.</param>
/// <param name="Possible">No time, then each time.</param>
/// <param name="Ruled">The possibility that rules alone take.</param>
/// <param name="Right">The one that the coder took; -1 where it is none of these.</param>
internal sealed record TimeLesson(string Report, bool Coded, List<Weighable> Possible, int Ruled, int Right)
{
    /// <summary>True where its own sentence has no time.</summary>
    public bool Bare => !Possible.Exists(p => p.Place is TimePlace.Own or TimePlace.Left or TimePlace.Right);
}
