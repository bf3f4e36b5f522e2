using Salient.Records;

namespace Salient.Coding.Scoring;

/// <summary>The parties that words name, whatever the tree makes of them.</summary>
internal static class NamedParties
{
    /// <summary>The first within a clause whose side is wanted.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="wanted">By the id of its side.</param>
    /// <param name="beyond">True where the first of the whole sentence serves if the clause names none.</param>
    public static Party? First(Sentence s, Clause clause, Func<string, bool> wanted, bool beyond = false)
    {
        Party? found = null;
        foreach (var m in s.Mentions)
        {
            if (m.Side is { } side && m.Type is MentionType.Force or MentionType.Nationality or MentionType.Organisation or MentionType.Person or MentionType.Place && wanted(side))
            {
                if (m.First >= clause.First && m.End <= clause.End)
                {
                    return new Party(m.Name, side);
                }

                found ??= new Party(m.Name, side);
            }
        }

        return beyond ? found : null;
    }
}
