using System.Text.RegularExpressions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Salient.Web.Hosting;

/// <summary>What an endpoint reads from its query: shown in openapi.json.</summary>
/// <param name="names">Names of the query's fields.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AsksFor(params string[] names) : Attribute
{
    /// <summary>Names of the query's fields.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}

/// <summary>Completes openapi.json: handlers read addresses and queries themselves, so what they read is named here.</summary>
internal static partial class ApiShape
{
    /// <summary>Adds an operation's parameters.</summary>
    public static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        operation.Parameters ??= [];
        foreach (Match part in PathPart().Matches(context.Description.RelativePath ?? ""))
        {
            Add(operation, part.Groups[1].Value, ParameterLocation.Path);
        }

        foreach (var name in context.Description.ActionDescriptor.EndpointMetadata.OfType<AsksFor>().SelectMany(a => a.Names))
        {
            Add(operation, name, ParameterLocation.Query);
        }

        return Task.CompletedTask;
    }

    private static void Add(OpenApiOperation operation, string name, ParameterLocation location)
    {
        if (operation.Parameters!.All(p => p.Name != name))
        {
            operation.Parameters!.Add(new OpenApiParameter { Name = name, In = location, Required = location == ParameterLocation.Path, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        }
    }

    [GeneratedRegex(@"\{\*{0,2}([A-Za-z]+)[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex PathPart();
}
