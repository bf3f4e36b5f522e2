using Salient.Locating.Gazetteers;
using Salient.Locating.Importing;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Locating.Finding;

/// <summary>Names of persons, forces, weapons and organisations that are, or begin, like names of places.</summary>
internal sealed class BlockList
{
    private readonly HashSet<ulong> names = [];
    private readonly HashSet<ulong> surnames = [];

    public BlockList(Theatre theatre)
    {
        var nothing = Hash("");
        foreach (var entry in theatre.Lexicon)
        {
            foreach (var form in entry.Forms)
            {
                var words = form.Count(c => c == ' ') + 1;
                if (entry.Type is MentionType.Person or MentionType.Force or MentionType.Weapon or MentionType.Nationality || (words > 1 && entry.Type is (MentionType.Organisation or MentionType.Post)))
                {
                    names.Add(Hash(form));
                }

                if (entry.Type == MentionType.Person && words > 1)
                {
                    surnames.Add(Hash(form[(form.LastIndexOf(' ') + 1)..]));
                }
            }
        }

        names.Remove(nothing);
        surnames.Remove(nothing);
    }

    /// <summary>How many words of the run, from its first, make one of these names; 0 for none.</summary>
    public int Match(in WordRun run)
    {
        for (var n = run.Length; n > 0; n--)
        {
            if (names.Contains(run.PlainHash(n)))
            {
                return n;
            }
        }

        return 0;
    }

    /// <summary>True where the word is the surname of one of the theatre's persons.</summary>
    public bool IsSurname(ulong plainHash) => surnames.Contains(plainHash);

    private static ulong Hash(string form) => KeyTable.Hash(KeyTable.Hash(KeyKind.Plain), NameKeys.Plain(form));
}
