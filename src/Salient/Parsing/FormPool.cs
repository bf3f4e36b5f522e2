namespace Salient.Parsing;

/// <summary>Gives equal forms the same string: most words of a text have been seen before.</summary>
internal sealed class FormPool
{
    private const int Size = 1 << 13;
    private readonly string[] forms = new string[Size];

    public string Get(ReadOnlySpan<char> form)
    {
        if (form.Length > 24)
        {
            return form.ToString();
        }

        ref var slot = ref forms[(int)(Keys.Of(form) & (Size - 1))];
        if (slot is null || !form.SequenceEqual(slot))
        {
            slot = form.ToString();
        }

        return slot;
    }
}
