using System.Runtime.CompilerServices;
using Microsoft.OpenApi;

namespace ClerkGen.Testing;

/// <summary>
/// How many levels the smallest value of a schema needs. A recursive schema is finite only along some variant or some absent member;
/// this finds which.
/// </summary>
internal sealed class SchemaHeight
{
    private static readonly ConditionalWeakTable<IOpenApiSchema, object> Known = [];

    /// <summary>No value of the schema is finite, or it is deeper than anybody would write.</summary>
    public const int Unreachable = 24;

    private readonly Dictionary<(IOpenApiSchema Schema, int Levels), bool> _fits = [];

    private SchemaHeight()
    {
    }

    /// <summary>The height of the smallest value; <see cref="Unreachable"/> when there is none.</summary>
    public static int Of(IOpenApiSchema schema) => (int)Known.GetValue(schema.Resolve(), static key => new SchemaHeight().Measure(key));

    private int Measure(IOpenApiSchema schema)
    {
        for (int levels = 1; levels < Unreachable; levels++)
        {
            if (Fits(schema, levels))
            {
                return levels;
            }
        }

        return Unreachable;
    }

    private bool Fits(IOpenApiSchema declared, int levels)
    {
        IOpenApiSchema schema = declared.Resolve();
        if (levels == 0)
        {
            return false;
        }

        if (schema.SaysNullable())
        {
            return true;
        }

        if (_fits.TryGetValue((schema, levels), out bool known))
        {
            return known;
        }

        bool fits = (schema.AllOf ?? []).All(part => Fits(part, levels - 1))
            && (schema.OneOf is not { Count: > 0 } || schema.OneOf.Any(variant => Fits(variant, levels - 1)))
            && (schema.AnyOf is not { Count: > 0 } || schema.AnyOf.Any(variant => Fits(variant, levels - 1)))
            && (schema.Required ?? new HashSet<string>()).All(name =>
                schema.Properties?.TryGetValue(name, out IOpenApiSchema? property) != true || Fits(property!, levels - 1))
            && (schema.Items is null || schema.MinItems is null or 0 || Fits(schema.Items, levels - 1));
        return _fits[(schema, levels)] = fits;
    }
}
