using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>
/// Writes the JSON Schema of emitted types, for the OpenAPI document of an application that has them in its own endpoints. It describes JSON as
/// the types read and write it, under the names that they have in C#.
/// </summary>
internal static class WireSchemas
{
    private const string Prefix = "#/components/schemas/";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<Scalar, string> Formats = new()
    {
        [Scalar.Int32] = "int32",
        [Scalar.Int64] = "int64",
        [Scalar.UInt32] = "uint32",
        [Scalar.UInt64] = "uint64",
        [Scalar.Single] = "float",
        [Scalar.Double] = "double",
        [Scalar.Decimal] = "decimal",
        [Scalar.DateTimeOffset] = "date-time",
        [Scalar.UnixSeconds] = "int64",
        [Scalar.UnixMilliseconds] = "int64",
        [Scalar.DateOnly] = "date",
        [Scalar.TimeOnly] = "time",
        [Scalar.Duration] = "duration",
        [Scalar.Guid] = "uuid",
        [Scalar.Uri] = "uri",
        [Scalar.Bytes] = "byte",
    };

    /// <summary>The file that describes the types of a client.</summary>
    /// <param name="files">All files of the client.</param>
    /// <param name="context">The translation.</param>
    public static OpenApiFileModel Of(List<FileModel> files, TranslationContext context)
    {
        List<WireSchemaModel> schemas = [];
        foreach (FileModel file in files)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (Of(file) is { } schema)
            {
                string json = schema.ToJsonString(Plain);
                context.Output.Add(json.Length);
                schemas.Add(new WireSchemaModel(file.Name, json));
            }
        }

        DocumentOptions options = context.Options;
        schemas.Sort(static (left, right) => string.CompareOrdinal(left.Type, right.Type));
        return new OpenApiFileModel(
            HintNames.Of(options, options.ClientName + "OpenApiExtensions"), options.Namespace, options.Accessibility, options.ClientName, schemas.ToEquatableArray())
        {
            ForOpenApi = context.Facts.HasOpenApi,
            ForSwaggerGen = context.Facts.HasSwaggerGen,
        };
    }

    /// <summary>Describes the types anew that the user has customised.</summary>
    /// <param name="description">The file that describes the types.</param>
    /// <param name="emitted">All files as translation made them.</param>
    /// <param name="customised">The same files with the user's declarations.</param>
    public static OpenApiFileModel Customise(OpenApiFileModel description, EquatableArray<FileModel> emitted, FileModel[] customised)
    {
        Dictionary<string, string> changed = new(StringComparer.Ordinal);
        for (int i = 0; i < customised.Length; i++)
        {
            if (!ReferenceEquals(customised[i], emitted[i]) && Of(customised[i], emitted[i]) is { } schema)
            {
                changed.Add(customised[i].Name, schema.ToJsonString(Plain));
            }
        }

        return changed.Count == 0 ? description : description with
        {
            Schemas = new EquatableArray<WireSchemaModel>(
                [.. description.Schemas.Select(schema => changed.TryGetValue(schema.Type, out string? json) ? schema with { Json = json } : schema)]),
        };
    }

    private static JsonObject? Of(FileModel file, FileModel? emitted = null) => file switch
    {
        ObjectModel { HasJson: true } model => Described(OfObject(model, emitted as ObjectModel ?? model), model.Doc),
        EnumModel model => Described(OfEnum(model), model.Doc),
        UnionModel model => Described(new JsonObject { ["anyOf"] = new JsonArray([.. model.Variants.Select(static variant => Of(variant.Type))]) }, model.Doc),
        IdModel => new JsonObject { ["type"] = "string" },
        _ => null,
    };

    private static JsonObject Described(JsonObject schema, DocModel doc)
    {
        // The summary of a type without words of its own is where its schema is, in a document that the reader does not have.
        bool isPlace = doc is { Pointer: not null, Remarks: null };
        if (doc.Summary.Length > 0 && !isPlace)
        {
            schema["description"] = doc.Summary;
        }

        return schema;
    }

    private static JsonObject OfObject(ObjectModel model, ObjectModel emitted)
    {
        Dictionary<string, TypeReference> types = emitted.Properties.ToDictionary(static property => property.JsonName, static property => property.Type, StringComparer.Ordinal);
        JsonArray required = [];
        JsonObject properties = [];
        foreach (PropertyModel property in model.Properties)
        {
            JsonObject own = OfProperty(property, TypeInJson(property.Type, types[property.JsonName]));
            if (property.IsReadOnly)
            {
                own["readOnly"] = true;
            }

            properties[property.JsonName] = own;
            if (property.IsRequired)
            {
                required.Add(property.JsonName);
            }
        }

        JsonObject schema = new() { ["type"] = "object" };
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        schema["properties"] = properties;
        if (model.AdditionalProperties is { } additional)
        {
            schema["additionalProperties"] = Of(additional);
        }

        return schema;
    }

    // JSON of the user's own type is that of the member, as far as the member needs no type that it no longer has.
    private static TypeReference TypeInJson(TypeReference type, TypeReference emitted) =>
        !Has<UserType>(type) ? type : Has<EmittedType>(emitted) ? AnyType.Instance : emitted;

    private static bool Has<T>(TypeReference type)
        where T : TypeReference => type switch
        {
            T => true,
            ListType list => Has<T>(list.Item),
            MapType map => Has<T>(map.Value),
            _ => false,
        };

    private static JsonObject OfProperty(PropertyModel property, TypeReference type)
    {
        JsonObject schema = Of(type.WithNull(property.IsNullable));
        if (property.Constant is { } constant)
        {
            schema["enum"] = new JsonArray(ValueOf(constant.Kind == ConstantKind.String, constant.Text));
        }

        return property.Doc.Summary.Length > 0 && !schema.ContainsKey("$ref") ? Described(schema, property.Doc) : schema;
    }

    private static JsonObject OfEnum(EnumModel model)
    {
        string type = model.Kind switch
        {
            EnumKind.String => "string",
            EnumKind.Integer => "integer",
            _ => "number",
        };
        return new JsonObject
        {
            ["type"] = type,
            ["enum"] = new JsonArray([.. model.Members.Select(member => ValueOf(model.Kind == EnumKind.String, member.Value))]),
        };
    }

    private static JsonNode? ValueOf(bool isString, string text) => isString ? JsonValue.Create(text) : JsonNode.Parse(text);

    private static JsonObject Of(TypeReference type)
    {
        JsonObject schema = type switch
        {
            EmittedType emitted => new JsonObject { ["$ref"] = Prefix + emitted.Name.Name },
            ListType list => new JsonObject { ["type"] = "array", ["items"] = Of(list.Item) },
            MapType map => new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(map.Value) },
            ScalarType scalar => OfScalar(scalar),
            FileType => new JsonObject { ["type"] = "string" },
            _ => [],
        };
        if (!type.IsNullable || schema.Count == 0)
        {
            return schema;
        }

        if (schema["type"] is JsonValue single)
        {
            schema["type"] = new JsonArray(single.DeepClone(), "null");
            return schema;
        }

        return new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
    }

    private static JsonObject OfScalar(ScalarType scalar)
    {
        VariantKinds kinds = scalar.Kinds;
        List<string> types = [];
        foreach ((VariantKinds kind, string name) in new[]
        {
            (VariantKinds.Number, "number"), (VariantKinds.Integer, "integer"), (VariantKinds.Boolean, "boolean"), (VariantKinds.String, "string"),
        })
        {
            bool isNumber = kind == VariantKinds.Integer && (kinds & VariantKinds.Number) != 0;
            if ((kinds & kind) != 0 && !isNumber)
            {
                types.Add(name);
            }
        }

        JsonObject schema = new() { ["type"] = types.Count == 1 ? types[0] : new JsonArray([.. types.Select(static name => JsonValue.Create(name))]) };
        if (types.Count == 1 && Formats.TryGetValue(scalar.Scalar, out string? format) && scalar.Form == NumberForm.Number)
        {
            schema["format"] = format;
        }

        return schema;
    }
}
