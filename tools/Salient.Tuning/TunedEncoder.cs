using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Salient.Tuning;

/// <summary>An encoder while it is tuned; the pieces' own directions stay as they were.</summary>
internal sealed class TunedEncoder
{
    private const int HeadWidth = 32;
    private const double Least = 1e-12;

    private readonly double drop;
    private readonly Tensor words;
    private readonly Parameter positions;
    private readonly Parameter scale;
    private readonly Parameter start;
    private readonly Parameter[][] layers;

    /// <param name="from">Where it starts.</param>
    /// <param name="longest">Pieces of the longest sentence.</param>
    /// <param name="drop">The share of what each part of a layer adds that is left out by chance.</param>
    public TunedEncoder(PretrainedEncoder from, int longest, double drop)
    {
        Width = from.Width;
        this.drop = drop;
        words = tensor(from.Words, [from.Pieces.Length, Width]);
        positions = Own(tensor(from.Positions.AsSpan(0, longest * Width).ToArray(), [longest, Width]));
        scale = Own(tensor(from.Norm.Scale));
        start = Own(tensor(from.Norm.Start));
        layers = [.. from.Layers.Select(l => l.Select((t, i) => Own(Shape(t, i))).ToArray())];
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>All that is tuned.</summary>
    public IEnumerable<Parameter> Parameters => [positions, scale, start, .. layers.SelectMany(l => l)];

    /// <summary>Places in a sentence x columns.</summary>
    public float[] Positions => Numbers(positions);

    /// <summary>Scale and start of the norm before the layers.</summary>
    public float[] Norm => [.. Numbers(scale), .. Numbers(start)];

    /// <summary>The tables of a layer, as <see cref="PretrainedEncoder.Layers"/> has them.</summary>
    public float[][] Layer(int layer) => [.. layers[layer].Select(Numbers)];

    /// <summary>The numbers of <paramref name="t"/>.</summary>
    public static float[] Numbers(Tensor t)
    {
        using var plain = t.detach().contiguous();
        return plain.data<float>().ToArray();
    }

    /// <summary>Sentences x pieces x columns.</summary>
    /// <param name="pieces">Sentences x pieces.</param>
    /// <param name="mask">Sentences x 1 x 1 x pieces: 0 where there is a piece, far under it elsewhere.</param>
    public Tensor Read(Tensor pieces, Tensor mask)
    {
        var (sentences, count) = (pieces.shape[0], pieces.shape[1]);
        var heads = Width / HeadWidth;
        var x = words.index_select(0, pieces.view(-1)).view(sentences, count, Width) + positions.narrow(0, 0, count).unsqueeze(0);
        x = nn.functional.layer_norm(x, [Width], scale, start, Least).to(ScalarType.BFloat16).view(-1, Width);
        var m = mask.to(ScalarType.BFloat16);
        foreach (var l in layers)
        {
            Tensor Split(Tensor t) => t.view(sentences, count, heads, HeadWidth).transpose(1, 2).reshape(sentences * heads, count, HeadWidth);
            var asked = Split(Product(x, l[0], l[1])) * (1 / MathF.Sqrt(HeadWidth));
            var answers = Split(Product(x, l[2], l[3]));
            var passed = Split(Product(x, l[4], l[5]));
            var shares = (bmm(asked, answers.transpose(1, 2)).view(sentences, heads, count, count) + m).softmax(-1).view(-1, count, count);
            var heard = bmm(shares, passed).view(sentences, heads, count, HeadWidth).transpose(1, 2).reshape(-1, Width);
            x = Settle(x + Thin(Product(heard, l[6], l[7])), l[8], l[9]);
            x = Settle(x + Thin(Product(nn.functional.gelu(Product(x, l[10], l[11])), l[12], l[13])), l[14], l[15]);
        }

        return x.to(ScalarType.Float32).view(sentences, count, Width);
    }

    private Tensor Thin(Tensor x) => nn.functional.dropout(x, drop, true);

    private static Tensor Product(Tensor x, Tensor by, Tensor start) => addmm(start.to(x.dtype), x, by.to(x.dtype), 1, 1);

    private static Parameter Own(Tensor t) => new(t, true);

    private Tensor Settle(Tensor x, Tensor by, Tensor from) => nn.functional.layer_norm(x, [Width], by.to(x.dtype), from.to(x.dtype), Least);

    // Matrices stand at the even places before each norm.
    private Tensor Shape(float[] table, int place) => place is 0 or 2 or 4 or 6 or 10 or 12 ? tensor(table, [place == 12 ? 4 * Width : Width, table.Length / (place == 12 ? 4 * Width : Width)]) : tensor(table);
}
