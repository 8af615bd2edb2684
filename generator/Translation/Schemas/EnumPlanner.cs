using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>Plans a schema with a fixed set of values: a constant, an open enum, or the plain type.</summary>
internal sealed class EnumPlanner
{
    private readonly TranslationContext _context;
    private readonly SchemaView _view;
    private readonly PlanTarget _target;
    private readonly List<SchemaValue> _values;

    public EnumPlanner(TranslationContext context, SchemaView view, PlanTarget target)
    {
        _context = context;
        _view = view;
        _target = target;
        _values = view.Values!.FindAll(static value => !EnumValues.IsNull(value));
    }

    /// <summary>When the schema names no single type: the JSON types of the values, each with its values; else null.</summary>
    public List<KeyValuePair<SchemaTypes, List<SchemaValue>>>? KindsOfValues
    {
        get
        {
            if (_view.Types is { } types && (types & (types - 1)) == 0)
            {
                return null;
            }

            List<KeyValuePair<SchemaTypes, List<SchemaValue>>> kinds = [];
            foreach (SchemaValue value in _values)
            {
                if (TypeOf(value.Node!) is not { } type)
                {
                    return null;
                }

                int index = kinds.FindIndex(kind => kind.Key == type);
                if (index < 0)
                {
                    index = kinds.Count;
                    kinds.Add(new(type, []));
                }

                kinds[index].Value.Add(value);
            }

            int integers = kinds.FindIndex(static kind => kind.Key == SchemaTypes.Integer);
            int numbers = kinds.FindIndex(static kind => kind.Key == SchemaTypes.Number);
            if (integers >= 0 && numbers >= 0)
            {
                kinds[numbers].Value.AddRange(kinds[integers].Value);
                kinds.RemoveAt(integers);
            }

            return kinds;
        }
    }

    /// <summary>Its plan; null if the values decide nothing and the rest of the schema does.</summary>
    public TypePlan? Plan()
    {
        if (_values.Count == 0)
        {
            return null;
        }

        List<KeyValuePair<SchemaTypes, List<SchemaValue>>>? kinds = KindsOfValues;
        SchemaTypes? type = kinds is null ? _view.Types : kinds.Count == 1 ? kinds[0].Key : null;
        return type switch
        {
            SchemaTypes.String => Plan(EnumKind.String, ConstantKind.String, Scalar.String),
            SchemaTypes.Integer => Plan(EnumKind.Integer, ConstantKind.Integer, Scalar.Int64),
            SchemaTypes.Number when IsChoiceOfIntegers => Plan(EnumKind.Integer, null, Scalar.Int64),
            SchemaTypes.Number => Plan(EnumKind.Number, null, Scalar.OfNumber(_view.Format)),
            SchemaTypes.Boolean => PlanBoolean(),
            _ => null,
        };
    }

    // tsoa describes every number as a double.
    private bool IsChoiceOfIntegers =>
        (_values.Count > 1 || _view.IsOpen) && _values.TrueForAll(static value => TextOf(value.Node!, EnumKind.Integer) is not null);

    // An integer without a format has 64 bits everywhere else.
    private bool IsInt32(EnumKind kind, List<EnumValuePlan> values) =>
        kind == EnumKind.Integer
        && (_view.Types == SchemaTypes.Number || Scalar.OfInteger(_view.Format) == Scalar.Int32)
        && values.TrueForAll(static value => int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    private TypePlan? Plan(EnumKind kind, ConstantKind? constantKind, Scalar scalar)
    {
        List<EnumValuePlan> values = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (SchemaValue value in _values)
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            string? text = TextOf(value.Node!, kind);
            if (text is null)
            {
                _context.Diagnostics.Report(
                    DiagnosticDescriptors.UnusableEnumValue,
                    _target.Head.Pointer,
                    value.Node!.ToJsonString(),
                    kind == EnumKind.Integer ? "64-bit integer" : kind == EnumKind.Number ? "number" : "string");
            }
            else if (seen.Add(text))
            {
                values.Add(new EnumValuePlan(text, value.Name, value.Description));
            }
        }

        if (values.Count == 0)
        {
            return null;
        }

        if (values.Count > 1 || _view.IsOpen)
        {
            return new EnumPlan(_target.Head, _target.Component, kind, values) { Identity = _target.Identity, IsInt32 = IsInt32(kind, values) };
        }

        // With null there are two values, and neither can be preset.
        bool isConstant = constantKind is not null && values.Count == _view.Values!.Count;
        return new ScalarPlan(new ScalarType(scalar), isConstant ? new ConstantModel(constantKind!.Value, values[0].Text) : null);
    }

    private ScalarPlan PlanBoolean()
    {
        string[] texts = [.. _values.ConvertAll(static value =>
            value.Node!.GetValueKind() == JsonValueKind.True ? "true" : "false").Distinct()];
        bool isConstant = texts.Length == 1 && _values.Count == _view.Values!.Count;
        return new ScalarPlan(ScalarType.Boolean, isConstant ? new ConstantModel(ConstantKind.Boolean, texts[0]) : null);
    }

    private static SchemaTypes? TypeOf(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.String => SchemaTypes.String,
        JsonValueKind.Number => TextOf(node, EnumKind.Integer) is null ? SchemaTypes.Number : SchemaTypes.Integer,
        JsonValueKind.True or JsonValueKind.False => SchemaTypes.Boolean,
        _ => null,
    };

    // The value in its type's own text; a document may write a number as a string, or a string without quotes.
    private static string? TextOf(JsonNode node, EnumKind kind)
    {
        if (node is not JsonValue value)
        {
            return null;
        }

        string text = value.TryGetValue(out string? found) ? found : value.ToJsonString();
        switch (kind)
        {
            case EnumKind.String:
                return Unicode.IsWellFormed(text) ? text : null;
            case EnumKind.Integer:
                if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer))
                {
                    return integer.ToString(CultureInfo.InvariantCulture);
                }

                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal whole)
                    && decimal.Truncate(whole) == whole && whole >= long.MinValue && whole <= long.MaxValue
                        ? ((long)whole).ToString(CultureInfo.InvariantCulture)
                        : null;
            default:
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                    && !double.IsInfinity(number) && !double.IsNaN(number)
                    ? number.ToString("R", CultureInfo.InvariantCulture)
                    : null;
        }
    }
}
