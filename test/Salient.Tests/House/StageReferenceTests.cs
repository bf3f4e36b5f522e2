using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Salient.Tests.House;

/// <summary>Data flows one way: a stage knows records, theatres and itself, never a sibling.</summary>
public sealed class StageReferenceTests
{
    private static readonly string[] Stages =
    [
        "Acquiring", "Reading", "Parsing", "Attributing", "Coding", "Grading", "Dating", "Locating", "Measuring", "Recording", "Reviewing", "Reconciling", "Publishing",
    ];

    [Fact]
    public void Stages_NameNoSibling()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(Pipeline).Assembly.Location);
        var wrong = assembly.MainModule.GetTypes()
            .SelectMany(type => Named(type).Select(other => (From: Stage(type.FullName), To: Stage(other), Type: type.FullName, Other: other)))
            .Where(r => r.From is not null && r.To is not null && r.From != r.To)
            .Select(r => $"{r.Type} names {r.Other}")
            .Distinct()
            .Order()
            .ToList();
        wrong.ShouldBeEmpty();
    }

    /// <summary>The stage whose namespace a full type name lies in, or null.</summary>
    private static string? Stage(string fullName) => Array.Find(Stages, s => fullName.Contains($"Salient.{s}.", StringComparison.Ordinal));

    private static IEnumerable<string> Named(TypeDefinition type)
    {
        if (type.BaseType is { } parent)
        {
            yield return parent.FullName;
        }

        foreach (var name in type.Interfaces.Select(i => i.InterfaceType.FullName).Concat(type.Fields.Select(f => f.FieldType.FullName)))
        {
            yield return name;
        }

        foreach (var method in type.Methods)
        {
            yield return method.ReturnType.FullName;
            foreach (var name in method.Parameters.Select(p => p.ParameterType.FullName).Concat(method.HasBody ? Body(method.Body) : []))
            {
                yield return name;
            }
        }
    }

    private static IEnumerable<string> Body(MethodBody body) =>
        body.Variables.Select(v => v.VariableType.FullName).Concat(body.Instructions.Select(i => i.Operand).OfType<MemberReference>().Select(m => m.DeclaringType?.FullName ?? m.FullName));
}
