namespace Salient.Reading.Pages;

/// <summary>Goes over the attributes of one tag.</summary>
internal ref struct TagReader(string page, int start)
{
    private int at = start;

    /// <summary>The attribute's name.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Its value, entities unresolved; empty where it has none.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>Just behind the tag, once <see cref="Next"/> has said false.</summary>
    public int End { get; private set; }

    /// <summary>True for a tag that ends in "/&gt;".</summary>
    public bool SelfClosed { get; private set; }

    /// <summary>Goes to the next attribute; false at the tag's end.</summary>
    public bool Next()
    {
        while (at < page.Length && (char.IsWhiteSpace(page[at]) || page[at] == '/'))
        {
            SelfClosed = page[at] == '/';
            at++;
        }

        if (at >= page.Length || page[at] is '>' or '<')
        {
            // A tag that runs into the next one ends before it.
            End = at < page.Length && page[at] == '>' ? at + 1 : at;
            return false;
        }

        SelfClosed = false;
        var from = at++;
        while (at < page.Length && !char.IsWhiteSpace(page[at]) && page[at] is not ('=' or '>' or '/' or '<'))
        {
            at++;
        }

        Name = page.AsSpan(from, at - from);
        Value = default;
        while (at < page.Length && char.IsWhiteSpace(page[at]))
        {
            at++;
        }

        if (at < page.Length && page[at] == '=')
        {
            at++;
            Read();
        }

        return true;
    }

    private void Read()
    {
        while (at < page.Length && char.IsWhiteSpace(page[at]))
        {
            at++;
        }

        if (at >= page.Length)
        {
            return;
        }

        if (page[at] is '"' or '\'')
        {
            var end = page.IndexOf(page[at], at + 1);
            var to = end < 0 ? page.Length : end;
            Value = page.AsSpan(at + 1, to - at - 1);
            at = end < 0 ? page.Length : end + 1;
            return;
        }

        var from = at;
        while (at < page.Length && !char.IsWhiteSpace(page[at]) && page[at] != '>')
        {
            at++;
        }

        Value = page.AsSpan(from, at - from);
    }
}
