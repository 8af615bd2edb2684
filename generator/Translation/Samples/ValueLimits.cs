using System.Globalization;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Translation.Schemas;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Samples;

/// <summary>The constraints of a value by all schemas of one place, without its type.</summary>
internal sealed class ValueLimits
{
    // Schemas that allOf combines. Real documents have fewer for one value.
    private const int MostSchemas = 32;

    private readonly HashSet<IOpenApiSchema> _visited = [];
    private readonly List<IOpenApiSchema> _schemas = [];

    /// <param name="parts">The schemas.</param>
    /// <param name="budget">The document's budget.</param>
    public ValueLimits(IEnumerable<SchemaPart> parts, WorkBudget budget)
    {
        foreach (SchemaPart part in parts)
        {
            Add(part.Schema, budget);
        }

        foreach (IOpenApiSchema schema in _schemas)
        {
            Format ??= schema.Format;
            Pattern ??= schema.Pattern;
            MultipleOf ??= schema.MultipleOf;
            MinLength = Math.Max(MinLength, schema.MinLength ?? 0);
            MaxLength = Math.Min(MaxLength, schema.MaxLength ?? int.MaxValue);
            MinItems = Math.Max(MinItems, schema.MinItems ?? 0);
            MaxItems = Math.Min(MaxItems, schema.MaxItems ?? int.MaxValue);
            MinProperties = Math.Max(MinProperties, schema.MinProperties ?? 0);
            AreUnique |= schema.UniqueItems == true;
            Minimum = Largest(Minimum, Number(schema.Minimum));
            Maximum = Smallest(Maximum, Number(schema.Maximum));
            ExclusiveMinimum = Largest(ExclusiveMinimum, Number(schema.ExclusiveMinimum));
            ExclusiveMaximum = Smallest(ExclusiveMaximum, Number(schema.ExclusiveMaximum));
        }
    }

    public string? Format { get; }

    public string? Pattern { get; }

    public int MinLength { get; }

    public int MaxLength { get; } = int.MaxValue;

    public int MinItems { get; }

    public int MaxItems { get; } = int.MaxValue;

    public int MinProperties { get; }

    public bool AreUnique { get; }

    public decimal? Minimum { get; }

    public decimal? Maximum { get; }

    public decimal? ExclusiveMinimum { get; }

    public decimal? ExclusiveMaximum { get; }

    public decimal? MultipleOf { get; }

    /// <summary>The values that the document gives as examples, those that are said last first; null is none.</summary>
    public IEnumerable<JsonNode> Examples
    {
        get
        {
            for (int i = _schemas.Count - 1; i >= 0; i--)
            {
#pragma warning disable CS0618 // OpenAPI 3.0 has no other keyword for it.
                if (_schemas[i].Example is { } example)
#pragma warning restore CS0618
                {
                    yield return example;
                }

                foreach (JsonNode? other in _schemas[i].Examples ?? [])
                {
                    if (other is not null)
                    {
                        yield return other;
                    }
                }
            }

            for (int i = _schemas.Count - 1; i >= 0; i--)
            {
                if (_schemas[i].Default is { } value)
                {
                    yield return value;
                }
            }
        }
    }

    /// <summary>The schemas of an array's items.</summary>
    public IEnumerable<IOpenApiSchema> Items
    {
        get
        {
            foreach (IOpenApiSchema schema in _schemas)
            {
                if (schema.Items is { } items)
                {
                    yield return items;
                }
            }
        }
    }

    /// <summary>Whether a number is within the limits.</summary>
    public bool Allows(decimal number) =>
        !(number < Minimum || number > Maximum || number <= ExclusiveMinimum || number >= ExclusiveMaximum)
        && (MultipleOf is not > 0 || number % MultipleOf.Value == 0);

    // Schemas in allOf come before their owner, which is more specific.
    private void Add(IOpenApiSchema schema, WorkBudget budget)
    {
        budget.Spend();
        if (_visited.Count == MostSchemas || !_visited.Add(schema))
        {
            return;
        }

        foreach (IOpenApiSchema part in schema.AllOf ?? [])
        {
            Add(part, budget);
        }

        _schemas.Add(schema);
    }

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static decimal? Largest(decimal? left, decimal? right) => left is null || right > left ? right ?? left : left;

    private static decimal? Smallest(decimal? left, decimal? right) => left is null || right < left ? right ?? left : left;
}
