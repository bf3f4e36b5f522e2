using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Salient.Tuning;

/// <summary>A pre-trained encoder of the BERT family as it is given out: its pieces of words and its tables.</summary>
/// <param name="Pieces">Names of the pieces.</param>
/// <param name="Width">Columns.</param>
/// <param name="Words">Pieces x columns.</param>
/// <param name="Positions">Places x columns, the first type of sentence added.</param>
/// <param name="Norm">Scale and start of the norm before the layers.</param>
/// <param name="Layers">For each layer its tables: questions, answers, what is passed on, what they join to (each a matrix and a start), norm (scale, start), wide, narrow (each a matrix and a start), norm.</param>
internal sealed record PretrainedEncoder(string[] Pieces, int Width, float[] Words, float[] Positions, (float[] Scale, float[] Start) Norm, float[][][] Layers)
{
    // The field numbers of ONNX's own description of a model.
    private const int Graph = 7, Initializer = 5, Dimensions = 1, Type = 2, Name = 8, Raw = 9;
    private const byte Single = 1;

    /// <summary>Reads an encoder.</summary>
    /// <param name="model">The model as ONNX.</param>
    /// <param name="pieces">The pieces, a line each.</param>
    /// <param name="layers">How many of its layers are wanted, from the lowest.</param>
    public static PretrainedEncoder Load(string model, string pieces, int layers)
    {
        var tables = new Dictionary<string, float[]>(StringComparer.Ordinal);
        var products = new List<float[]>();
        ReadOnlyMemory<byte> whole = File.ReadAllBytes(model);
        foreach (var (_, tensor) in Fields(Fields(whole).First(f => f.Field == Graph).Value).Where(f => f.Field == Initializer))
        {
            var parts = Fields(tensor).ToLookup(f => f.Field, f => f.Value);
            var name = Encoding.UTF8.GetString(parts[Name].Single().Span);
            var raw = parts[Raw].Any() ? MemoryMarshal.Cast<byte, float>(parts[Raw].Single().Span).ToArray() : [];
            tables[name] = raw;
            if (parts[Type].Single().Span[0] == Single && !name.Contains(".weight", StringComparison.Ordinal) && !name.Contains(".bias", StringComparison.Ordinal) && parts[Dimensions].Count() == 2)
            {
                products.Add(raw);
            }
        }

        var norm = (Scale: tables["embeddings.LayerNorm.weight"], Start: tables["embeddings.LayerNorm.bias"]);
        var width = norm.Scale.Length;
        var type = tables["embeddings.token_type_embeddings.weight"].AsSpan(0, width).ToArray();
        float[] positions = [.. tables["embeddings.position_embeddings.weight"].Select((x, i) => x + type[i % width])];
        return new PretrainedEncoder(File.ReadAllLines(pieces), width, tables["embeddings.word_embeddings.weight"], positions, norm, [.. Enumerable.Range(0, layers).Select(Layer)]);

        // Six products a layer stand in their order, without names of their own.
        float[][] Layer(int l)
        {
            var own = products.Slice(6 * l, 6);
            float[] Of(string name) => tables[$"encoder.layer.{l}.{name}"];
            return
            [
                own[0], Of("attention.self.query.bias"), own[1], Of("attention.self.key.bias"), own[2], Of("attention.self.value.bias"), own[3], Of("attention.output.dense.bias"),
                Of("attention.output.LayerNorm.weight"), Of("attention.output.LayerNorm.bias"), own[4], Of("intermediate.dense.bias"), own[5], Of("output.dense.bias"),
                Of("output.LayerNorm.weight"), Of("output.LayerNorm.bias"),
            ];
        }
    }

    // The fields of a message: numbers come as eight bytes.
    private static IEnumerable<(int Field, ReadOnlyMemory<byte> Value)> Fields(ReadOnlyMemory<byte> message)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            var number = new byte[8];
            ReadOnlyMemory<byte> value;
            switch (key & 7)
            {
                case 0:
                    BinaryPrimitives.WriteInt64LittleEndian(number, Varint(message, ref at));
                    value = number;
                    break;
                case 1:
                    (value, at) = (message.Slice(at, 8), at + 8);
                    break;
                case 2:
                    var length = (int)Varint(message, ref at);
                    (value, at) = (message.Slice(at, length), at + length);
                    break;
                case 5:
                    (value, at) = (message.Slice(at, 4), at + 4);
                    break;
                default:
                    throw new InvalidDataException("not a model of ONNX");
            }

            yield return ((int)(key >> 3), value);
        }
    }

    private static long Varint(ReadOnlyMemory<byte> message, ref int at)
    {
        var result = 0L;
        for (var shift = 0; ; shift += 7)
        {
            var b = message.Span[at++];
            result |= (long)(b & 127) << shift;
            if (b < 128)
            {
                return result;
            }
        }
    }
}
