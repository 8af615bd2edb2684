using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Schemas;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Samples;

/// <summary>
/// Decides whether an example of the document is a value of its type. Examples are written by hand, and often belong to an earlier version of
/// the schema.
/// </summary>
internal sealed class ExampleFit(SchemaPlanner planner, SchemaReach reach, WorkBudget budget)
{
    private const int MaximumDepth = 32;

    /// <summary>Whether a value fits a type, null aside.</summary>
    public bool Fits(TypePlan type, ValueLimits limits, JsonNode? value) => Fits(type, limits, value, 0);

    private bool Fits(TypePlan type, ValueLimits limits, JsonNode? value, int depth)
    {
        budget.Spend();
        if (depth > MaximumDepth || value is null || value.IsJsonNullSentinel() || value.GetValueKind() == JsonValueKind.Null)
        {
            return false;
        }

        return planner.Resolve(type, 0) switch
        {
            ScalarPlan scalar => FitsScalar(scalar, limits, value),
            BinaryPlan or IdPlan => value.GetValueKind() == JsonValueKind.String,
            EnumPlan plan => plan.Values.Exists(known => Texts.AreEqual(plan.Kind == EnumKind.String, known.Text, value)),
            ListPlan list => value is JsonArray array && array.Count >= limits.MinItems && array.Count <= limits.MaxItems
                && array.All(item => Fits(list.Item, LimitsOf(limits.Items), item, depth + 1)),
            MapPlan map => value is JsonObject members && members.Count >= limits.MinProperties
                && members.All(member => Fits(map.Value, new ValueLimits([], budget), member.Value, depth + 1)),
            ObjectPlan plan => value is JsonObject members && FitsObject(plan, members, depth),
            UnionPlan union => union.Variants.Exists(variant => Fits(variant.Type, LimitsOf([variant.Part.Schema]), value, depth + 1)),
            _ => false,
        };
    }

    private bool FitsObject(ObjectPlan plan, JsonObject value, int depth)
    {
        List<PropertyPlan> properties = reach.Expand(plan);
        foreach (PropertyPlan property in properties)
        {
            budget.Spend();
            if (!value.TryGetPropertyValue(property.View.Name, out JsonNode? member))
            {
                if (property.IsRequired)
                {
                    return false;
                }
            }
            else if (!(property.IsNullable && IsNull(member)) && !Fits(property.Type, new ValueLimits(property.View.Parts, budget), member, depth + 1))
            {
                return false;
            }
        }

        foreach (KeyValuePair<string, JsonNode?> member in value)
        {
            budget.Spend();
            if (plan.View.FindProperty(member.Key) is null
                && (plan.AdditionalProperties is null || !Fits(plan.AdditionalProperties, new ValueLimits([], budget), member.Value, depth + 1)))
            {
                return false;
            }
        }

        return true;
    }

    private ValueLimits LimitsOf(IEnumerable<IOpenApiSchema> schemas) =>
        new(schemas.Select(static schema => new SchemaPart(schema, "", default)), budget);

    private static bool IsNull(JsonNode? value) =>
        value is null || value.IsJsonNullSentinel() || value.GetValueKind() == JsonValueKind.Null;

    private static bool FitsScalar(ScalarPlan scalar, ValueLimits limits, JsonNode value)
    {
        JsonValueKind kind = value.GetValueKind();
        if (scalar.Constant is { } constant)
        {
            return Texts.AreEqual(constant.Kind == ConstantKind.String, constant.Text, value);
        }

        if (scalar.Type is not ScalarType type)
        {
            return true;
        }

        VariantKinds kinds = type.Kinds;
        return kind switch
        {
            JsonValueKind.True or JsonValueKind.False => (kinds & VariantKinds.Boolean) != 0,
            JsonValueKind.Number => (kinds & (VariantKinds.Integer | VariantKinds.Number)) != 0
                && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
                && limits.Allows(number) && ((kinds & VariantKinds.Number) != 0 || IsInteger(type.Scalar, number)),
            JsonValueKind.String => (kinds & VariantKinds.String) != 0 && FitsText(type.Scalar, limits, value.GetValue<string>()),
            _ => false,
        };
    }

    private static bool IsInteger(Scalar scalar, decimal number) => number == decimal.Truncate(number) && scalar.Type.Name switch
    {
        "int" => number is >= int.MinValue and <= int.MaxValue,
        "uint" => number is >= uint.MinValue and <= uint.MaxValue,
        "ulong" => number is >= ulong.MinValue and <= ulong.MaxValue,
        _ => number is >= long.MinValue and <= long.MaxValue,
    };

    // In the exact form that is documented, so that reading it tolerates nothing.
    private static bool FitsText(Scalar scalar, ValueLimits limits, string text) =>
        scalar == Scalar.String ? text.Length >= limits.MinLength && text.Length <= limits.MaxLength
        : scalar == Scalar.DateTimeOffset ? IsMoment(text)
        : scalar == Scalar.DateOnly ? IsExact(text, "yyyy-MM-dd")
        : scalar == Scalar.Guid ? Guid.TryParseExact(text, "D", out _)
        : scalar == Scalar.Uri && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _);

    private static bool IsMoment(string text) =>
        IsExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'") || IsExact(text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'") || IsExact(text, "yyyy-MM-dd'T'HH:mm:sszzz");

    private static bool IsExact(string text, string format) =>
        DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    /// <summary>Compares texts of values with JSON.</summary>
    private static class Texts
    {
        public static bool AreEqual(bool isString, string text, JsonNode value) => isString
            ? value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == text
            : value.GetValueKind() != JsonValueKind.String && value.ToJsonString() == text;
    }
}
