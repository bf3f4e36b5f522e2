using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Salient.Records;

namespace Salient.Recording.Findings;

/// <summary>How words on who holds a place are written: names once, then each word in some twenty bytes.</summary>
internal static class ViewForm
{
    private const int Direct = 1, Turns = 2, Wide = 4, Whole = 8, Clears = 16, Front = 32, Short = 64;
    private const int IdLength = 16;

    public static byte[] Write(ImmutableArray<ControlView> views)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var view in views)
        {
            foreach (var name in (ReadOnlySpan<string>)[view.Report, view.Origin, view.Side, view.Holder, view.Rules])
            {
                names.TryAdd(name, names.Count);
            }
        }

        writer.Write7BitEncodedInt(names.Count);
        foreach (var name in names.Keys)
        {
            writer.Write(name);
        }

        writer.Write7BitEncodedInt(views.Length);
        foreach (var view in views)
        {
            Write(writer, view, names);
        }

        writer.Flush();
        return stream.ToArray();
    }

    public static ControlView[] Read(byte[] written)
    {
        using var reader = new BinaryReader(new MemoryStream(written), Encoding.UTF8);
        var names = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = reader.ReadString();
        }

        var views = new ControlView[reader.Read7BitEncodedInt()];
        for (var i = 0; i < views.Length; i++)
        {
            views[i] = Read(reader, names);
        }

        return views;
    }

    private static void Write(BinaryWriter writer, ControlView view, Dictionary<string, int> names)
    {
        // Ids are hex digits but for those that somebody else gave.
        var digits = ulong.TryParse(view.Claim, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id) && Id(id) == view.Claim;
        writer.Write((byte)((view.Direct ? Direct : 0) | (view.Turns ? Turns : 0) | (view.Wide ? Wide : 0) | (view.Whole ? Whole : 0) | (view.Clears ? Clears : 0) | (view.Front is null ? 0 : Front) | (digits ? Short : 0)));
        if (digits)
        {
            writer.Write(id);
        }
        else
        {
            writer.Write(view.Claim);
        }

        writer.Write7BitEncodedInt(view.Day.DayNumber);
        writer.Write(view.Weight);
        if (view.Front is { } front)
        {
            writer.Write(front);
        }

        foreach (var name in (ReadOnlySpan<string>)[view.Report, view.Origin, view.Side, view.Holder, view.Rules])
        {
            writer.Write7BitEncodedInt(names[name]);
        }
    }

    private static ControlView Read(BinaryReader reader, string[] names)
    {
        var marks = reader.ReadByte();
        var claim = (marks & Short) != 0 ? Id(reader.ReadUInt64()) : reader.ReadString();
        var day = DateOnly.FromDayNumber(reader.Read7BitEncodedInt());
        var weight = reader.ReadDouble();
        var front = (marks & Front) != 0 ? reader.ReadDouble() : (double?)null;
        var (report, origin, side, holder) = (Name(), Name(), Name(), Name());
        return new ControlView(claim, report, origin, side, day, holder, weight, (marks & Direct) != 0, front, (marks & Turns) != 0, (marks & Wide) != 0, (marks & Whole) != 0, (marks & Clears) != 0, Name());

        string Name() => names[reader.Read7BitEncodedInt()];
    }

    private static string Id(ulong id) => string.Create(IdLength, id, static (text, n) =>
    {
        for (var i = text.Length - 1; i >= 0; i--, n >>= 4)
        {
            text[i] = "0123456789abcdef"[(int)(n & 15)];
        }
    });
}
