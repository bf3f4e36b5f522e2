using Salient.Locating.Gazetteers;
using Salient.Locating.Names;

namespace Salient.Locating.Finding;

/// <summary>Words side by side that may be one name, folded once and hashed for any kind of key.</summary>
internal ref struct WordRun
{
    /// <summary>The most words in a name.</summary>
    public const int Most = 5;

    private const int Room = 256;
    private readonly Span<char> sounds;
    private readonly Span<char> letters;
    private SoundEnds soundEnds;
    private SoundEnds letterEnds;

    [System.Runtime.CompilerServices.InlineArray(Most + 1)]
    private struct SoundEnds
    {
        private int first;
    }

    /// <summary>Folds the run that begins at word <paramref name="at"/> into the buffers, each <see cref="Room"/> long or more.</summary>
    public WordRun(string text, List<Word> words, int at, Span<char> sounds, Span<char> letters, Spelling spelling = Spelling.English)
    {
        this.sounds = sounds;
        this.letters = letters;
        var (s, l) = (0, 0);
        for (var i = at; i < words.Count && Length < Most; i++)
        {
            if (i > at && !Joins(text, words, i))
            {
                break;
            }

            var word = words[i].In(text);
            if (word.Length > Skeleton.Longest)
            {
                break;
            }

            if (i > at)
            {
                sounds[s++] = ' ';
                letters[l++] = ' ';
            }

            s += Skeleton.Fold(word, sounds[s..Math.Min(s + 80, sounds.Length)], spelling);
            foreach (var c in word)
            {
                var lower = Letters.Lower(c);
                if (Letters.Ascii(lower) is { } plain)
                {
                    foreach (var p in plain)
                    {
                        letters[l++] = p;
                    }
                }
                else if (char.IsAsciiDigit(lower))
                {
                    letters[l++] = lower;
                }
            }

            Length++;
            soundEnds[Length] = s;
            letterEnds[Length] = l;
            if (words[i].Possessive || s > Room - 90 || l > Room - 90)
            {
                break;
            }
        }

        while (Length > 1 && !words[at + Length - 1].Upper && (words[at + Length - 1].Cue & Cue.FacilityHead) == Cue.None && !char.IsDigit(text[words[at + Length - 1].Start]))
        {
            Length--;
        }
    }

    /// <summary>Words in the run.</summary>
    public int Length { get; private set; }

    /// <summary>Sounds of the first <paramref name="count"/> words.</summary>
    public readonly ReadOnlySpan<char> Sounds(int count) => sounds[..soundEnds[count]];

    /// <summary>Plain letters of the first <paramref name="count"/> words.</summary>
    public readonly ReadOnlySpan<char> Plain(int count) => letters[..letterEnds[count]];

    /// <summary>Hash of a key by sound.</summary>
    public readonly ulong Hash(char kind, int count) => KeyTable.Hash(KeyTable.Hash(kind), Sounds(count));

    /// <summary>Hash of a key by letters.</summary>
    public readonly ulong PlainHash(int count) => KeyTable.Hash(KeyTable.Hash(KeyKind.Plain), Plain(count));

    private static bool Joins(string text, List<Word> words, int i)
    {
        var word = words[i];
        if (word.Gap > Gap.Hyphen)
        {
            return false;
        }

        return word.Upper || char.IsDigit(text[word.Start]) || (word.Cue & (Cue.FacilityHead | Cue.FacilityModifier)) != Cue.None || (word.End - word.Start <= 3 && i + 1 < words.Count && words[i + 1].Upper && words[i + 1].Gap <= Gap.Hyphen);
    }
}
