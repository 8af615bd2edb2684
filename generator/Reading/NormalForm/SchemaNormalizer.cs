using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.Syntax;

namespace ClerkGen.Generator.Reading.NormalForm;

/// <summary>
/// Rewrites schemas in the dialect of OpenAPI 3.1 and later, for any version of the document. <c>nullable</c> becomes the type <c>null</c>,
/// or the extension <c>x-nullable</c> without a type. Further, boolean schemas become objects, <c>const</c> becomes an <c>enum</c> of one
/// value, an <c>enum</c> of null alone becomes the type <c>null</c>, tuples become arrays of their items' types.
/// </summary>
internal sealed class SchemaNormalizer(ElementNormalizer elements, DynamicScopes scopes, PointerStack pointer, int version, ReadContext context)
{
    // Fields that describe a use of a schema. They are allowed next to a reference.
    private static readonly HashSet<string> Annotations = new(
        ["title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "xml", "externalDocs"],
        StringComparer.Ordinal);

    // Keywords that name or comment on a schema, or that references have already been resolved by.
    private static readonly HashSet<string> Dissolved = new(
        ["$ref", "$schema", "$id", "id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$comment", "$vocabulary", "$defs", "definitions", "unevaluatedItems", "summary"],
        StringComparer.Ordinal);

    // Keywords that C# types cannot express. Bounds, lengths and patterns are left to the server without a word: every client does.
    private static readonly HashSet<string> NotExpressed = new(
        [
            "not", "if", "dependentSchemas", "dependentRequired", "dependencies", "contains", "unevaluatedProperties", "unevaluatedItems", "propertyNames",
            "contentSchema",
        ],
        StringComparer.Ordinal);

    /// <summary>Writes a schema that is not a reference; null when it has to be left out.</summary>
    public DocumentNode? Write(DocumentNode node, int depth)
    {
        if (node is not ObjectNode source)
        {
            return WriteScalar(node);
        }

        using DynamicScopes.Frame frame = scopes.EnterSchema(source);
        ObjectNode target = new(source.File, source.Start, source.Members.Count);
        foreach (Member member in source)
        {
            WriteKeyword(source, member, target, depth);
        }

        WriteOnlyNull(target);
        WriteNullable(source, target);
        WriteTuple(source, target, depth);
        return target;
    }

    /// <summary>Copies the fields about its use from a schema into another one, and replaces those that it has.</summary>
    public void WriteAnnotations(ObjectNode source, ObjectNode target, int depth)
    {
        foreach (Member member in source)
        {
            if (IsAnnotation(member.Key))
            {
                WriteKeyword(source, member, target, depth);
            }
        }
    }

    /// <summary>
    /// Writes a reference with the fields that are allowed next to it. Since 3.1 anything may, and all of it has to hold: then the
    /// reference becomes one part of an <c>allOf</c>. Before, the rest was ignored, but authors describe the use there all the same.
    /// </summary>
    /// <param name="source">The schema as in the document.</param>
    /// <param name="reference">The reference as it is to be written; null when it leads nowhere, and then any value will do.</param>
    /// <param name="depth">How deep the schema lies.</param>
    public DocumentNode? WriteReference(ObjectNode source, Member? reference, int depth)
    {
        ObjectNode target = new(source.File, source.Start, source.Members.Count);
        bool hasConstraints = reference is not null && version >= 31 && HasConstraints(source);
        if (reference is { } member && !hasConstraints)
        {
            target.Set(member);
        }

        foreach (Member sibling in source)
        {
            if (hasConstraints || IsAnnotation(sibling.Key))
            {
                WriteKeyword(source, sibling, target, depth);
            }
        }

        WriteNullable(source, target);
        if (hasConstraints)
        {
            WriteTuple(source, target, depth);
            AddToAllOf(target, reference!.Value);
        }

        return target;
    }

    private static bool IsAnnotation(string key) => Annotations.Contains(key) || key.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>Whether a schema that is a reference has further constraints next to it.</summary>
    public static bool HasConstraints(ObjectNode source)
    {
        foreach (Member member in source)
        {
            // A type next to a reference only repeats the target's.
            if (!IsAnnotation(member.Key) && !Dissolved.Contains(member.Key) && member.Key is not ("nullable" or "type"))
            {
                return true;
            }
        }

        return false;
    }

    private static void AddToAllOf(ObjectNode target, in Member reference)
    {
        ObjectNode part = new(reference.File, reference.KeyStart);
        part.Set(reference);
        AddToAllOf(target, reference, part);
    }

    private static void AddToAllOf(ObjectNode target, in Member place, DocumentNode part)
    {
        ArrayNode all = new(place.File, place.KeyStart);
        all.Items.Add(part);
        if (target["allOf"] is ArrayNode others)
        {
            all.Items.AddRange(others.Items);
        }

        target.Set(place with { Key = "allOf", Value = all });
    }

    // JSON Schema's 'true' allows everything, 'false' nothing.
    private ObjectNode? WriteScalar(DocumentNode node)
    {
        if (node is not ScalarNode { Kind: ScalarKind.Boolean } scalar)
        {
            context.Report(
                node is ScalarNode { Kind: ScalarKind.Null } ? ReadDiagnosticKind.RuleBroken : ReadDiagnosticKind.UnreadablePart,
                pointer.ToString(), node, "A schema must be an object or a boolean. This one accepts any value.");
            return new ObjectNode(node.File, node.Start);
        }

        ObjectNode target = new(scalar.File, scalar.Start);
        if (scalar.Text == "false")
        {
            target.Set(new Member("not", new ObjectNode(scalar.File, scalar.Start), scalar.File, scalar.Start, scalar.Length));
        }

        return target;
    }

    private static bool IsOpen(DocumentNode schema) => schema is ObjectNode or ScalarNode { Kind: ScalarKind.Boolean, Text: "true" };

    // TypeSpec writes 'not: {}' if there are no others.
    private static bool IsNothing(DocumentNode schema) =>
        schema is ObjectNode { Members.Count: 1 } @object && @object["not"] is ObjectNode { Members.Count: 0 };

    private void WriteKeyword(ObjectNode source, in Member member, ObjectNode target, int depth)
    {
        if (member.Key == "unevaluatedProperties" && IsNothing(member.Value))
        {
            return;
        }

        // Once all parts are one type, members that no part describes are additional members.
        if (member.Key == "unevaluatedProperties" && source["additionalProperties"] is null && IsOpen(member.Value))
        {
            FieldRule additional = OpenApiGrammar.Of(ElementKind.Schema).Fields["additionalProperties"];
            elements.WriteField(member with { Key = "additionalProperties" }, additional, target, depth);
            return;
        }

        // A type without additional members already expresses that nothing else, or anything, is allowed.
        if (NotExpressed.Contains(member.Key) && !(member.Key.StartsWith("unevaluated", StringComparison.Ordinal) && member.Value is ScalarNode))
        {
            pointer.Push(member.Key);
            context.ReportOnce(
                ReadDiagnosticKind.KeywordNotExpressed,
                member.Key,
                pointer.ToString(),
                member.File,
                member.KeyStart,
                member.KeyLength,
                $"C# types cannot express '{member.Key}', so values are not checked against it, here or elsewhere in the document.");
            pointer.Pop();
        }

        switch (member.Key)
        {
            case "type":
                WriteType(member, target);
                return;
            case "nullable" or "prefixItems":
                return;
            case "items" when member.Value is ArrayNode:
                return;
            case "items" when source["prefixItems"] is ArrayNode:
                return;
            case "const":
                WriteConst(member, target);
                return;
            case "enum" when source["const"] is not null:
                return;
            case "exclusiveMinimum" or "exclusiveMaximum":
                WriteExclusive(source, member, target);
                return;
            case "minimum" when source["exclusiveMinimum"] is ScalarNode { Text: "true" }:
            case "maximum" when source["exclusiveMaximum"] is ScalarNode { Text: "true" }:
                return;
            case "discriminator":
                WriteDiscriminator(member, target, depth);
                return;
            case "required" when ScalarForms.Flag(member.Value) is not null:
                Warn(member, "'required' of a schema must be a list of its properties. A boolean has no effect.");
                return;
            case "examples" when member.Value is ObjectNode:
                return;
            case "$dynamicRef" or "$recursiveRef":
                WriteDynamicReference(source, member, target, depth);
                return;
        }

        if (Dissolved.Contains(member.Key))
        {
            return;
        }

        if (member.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
        {
            target.Set(member);
        }
        else if (OpenApiGrammar.Of(ElementKind.Schema).Fields.TryGetValue(member.Key, out FieldRule rule))
        {
            elements.WriteField(member, rule, target, depth);
        }
        else if (version < 31)
        {
            // Since 3.1 unknown keywords are annotations and allowed.
            pointer.Push(member.Key);
            elements.ReportUnknownKey(ElementKind.Schema, member);
            pointer.Pop();
        }
    }

    private void WriteType(in Member member, ObjectNode target)
    {
        if (member.Value is ArrayNode list)
        {
            ArrayNode types = new(list.File, list.Start);
            foreach (DocumentNode item in list.Items)
            {
                if (ToType(item, member) is { } type)
                {
                    types.Items.Add(type);
                }
            }

            if (types.Items.Count > 0)
            {
                target.Set(member with { Value = types });
            }
        }
        else if (ToType(member.Value, member) is { } type)
        {
            if (((ScalarNode)member.Value).Text is "file")
            {
                SetText(target, "format", "binary", member);
            }

            target.Set(member with { Value = type });
        }
    }

    private ScalarNode? ToType(DocumentNode node, in Member member)
    {
        // Unquoted, YAML reads the type null as nothing.
        string? name = node is ScalarNode scalar ? scalar.Text : null;
        switch (name)
        {
            case "string" or "number" or "integer" or "boolean" or "array" or "object" or "null":
                return new ScalarNode(ScalarKind.String, name, node.File, node.Start, node.Length);
            case "file":
                return new ScalarNode(ScalarKind.String, "string", node.File, node.Start, node.Length);
            case "int" or "long":
                return new ScalarNode(ScalarKind.String, "integer", node.File, node.Start, node.Length);
            case "float" or "double" or "decimal":
                return new ScalarNode(ScalarKind.String, "number", node.File, node.Start, node.Length);
            case "bool":
                return new ScalarNode(ScalarKind.String, "boolean", node.File, node.Start, node.Length);
            case "any":
                return null;
            default:
                Warn(member, $"'{name}' is not a schema type. Any type is accepted.");
                return null;
        }
    }

    // Before 3.1 there is no type null, so documents write it as the only value.
    private static void WriteOnlyNull(ObjectNode target)
    {
        if (target["type"] is null && target["enum"] is ArrayNode { Items: { Count: 1 } values } && values[0] is ScalarNode { Kind: ScalarKind.Null })
        {
            Member place = target.Members[target.IndexOf("enum")];
            target.Remove("enum");
            SetText(target, "type", "null", place);
        }
    }

    private static void WriteNullable(ObjectNode source, ObjectNode target)
    {
        if (!IsTrue(source["nullable"]) && !IsTrue(source["x-nullable"]))
        {
            return;
        }

        int index = source.IndexOf(IsTrue(source["nullable"]) ? "nullable" : "x-nullable");
        Member place = source.Members[index];
        switch (target["type"])
        {
            case ScalarNode { Text: not "null" } single:
                ArrayNode types = new(single.File, single.Start);
                types.Items.Add(single);
                types.Items.Add(Text("null", place));
                target.Set(target.Members[target.IndexOf("type")] with { Value = types });
                break;
            case ArrayNode several:
                AddNull(several, place);
                break;
            case null:
                target.Set(place with { Key = "x-nullable", Value = new ScalarNode(ScalarKind.Boolean, "true", place.File, place.KeyStart, place.KeyLength) });
                break;
        }
    }

    private static void AddNull(ArrayNode types, in Member place)
    {
        foreach (DocumentNode type in types.Items)
        {
            if (type is ScalarNode { Text: "null" })
            {
                return;
            }
        }

        types.Items.Add(Text("null", place));
    }

    private static void WriteConst(in Member member, ObjectNode target)
    {
        ArrayNode values = new(member.Value.File, member.Value.Start);
        values.Items.Add(member.Value);
        target.Set(member with { Key = "enum", Value = values });
    }

    // 3.0 has a boolean next to 'minimum', 3.1 a separate bound.
    private void WriteExclusive(ObjectNode source, in Member member, ObjectNode target)
    {
        if (ScalarForms.Flag(member.Value) is not { } flag)
        {
            elements.WriteField(member, new FieldRule(FieldForm.Number), target, 0);
        }
        else if (flag.Text == "true" && source[member.Key == "exclusiveMinimum" ? "minimum" : "maximum"] is { } bound && ScalarForms.Number(bound) is { } number)
        {
            target.Set(member with { Value = number });
        }
    }

    // A discriminator is a string in 2.0. In a mapping, a value is the name of a schema or a reference to one.
    private void WriteDiscriminator(in Member member, ObjectNode target, int depth)
    {
        DocumentNode value = member.Value;
        if (value is ScalarNode { Kind: ScalarKind.String } name)
        {
            ObjectNode discriminator = new(name.File, name.Start);
            discriminator.Set(member with { Key = "propertyName" });
            value = discriminator;
        }

        pointer.Push(member.Key);
        if (elements.WriteContent(ElementKind.Discriminator, value, depth + 1) is ObjectNode written)
        {
            WriteMapping(written);
            target.Set(member with { Value = written });
        }

        pointer.Pop();
    }

    private void WriteMapping(ObjectNode discriminator)
    {
        if (discriminator["defaultMapping"] is ScalarNode defaultMapping)
        {
            int index = discriminator.IndexOf("defaultMapping");
            Member member = discriminator.Members[index];
            if (elements.FindMapped(defaultMapping) is { } found)
            {
                discriminator.Set(member with { Value = found });
            }
            else
            {
                discriminator.Remove("defaultMapping");
            }
        }

        if (discriminator["mapping"] is not ObjectNode mapping)
        {
            return;
        }

        ObjectNode written = new(mapping.File, mapping.Start);
        pointer.Push("mapping");
        foreach (Member member in mapping)
        {
            pointer.Push(member.Key);
            if (elements.FindMapped((ScalarNode)member.Value) is { } found)
            {
                written.Set(member with { Value = found });
            }

            pointer.Pop();
        }

        pointer.Pop();
        discriminator.Set(discriminator.Members[discriminator.IndexOf("mapping")] with { Value = written });
    }

    private void WriteDynamicReference(ObjectNode source, in Member member, ObjectNode target, int depth)
    {
        pointer.Push(member.Key);
        DocumentNode? part = elements.WriteDynamicReference(source, member, depth + 1);
        pointer.Pop();
        if (part is not null)
        {
            AddToAllOf(target, member, part);
        }
    }

    // Arrays whose first items have separate types: each item is one of them.
    private void WriteTuple(ObjectNode source, ObjectNode target, int depth)
    {
        bool isOldForm = source["items"] is ArrayNode;
        string key = isOldForm ? "items" : "prefixItems";
        if (source[key] is not ArrayNode prefix)
        {
            return;
        }

        ArrayNode variants = new(prefix.File, prefix.Start);
        pointer.Push(key);
        foreach (DocumentNode item in prefix.Items)
        {
            if (elements.Write(ElementKind.Schema, item, depth + 2) is { } written && !Holds(variants, written))
            {
                variants.Items.Add(written);
            }
        }

        pointer.Pop();
        DocumentNode? rest = isOldForm ? source["additionalItems"] : source["items"];
        if (rest is ObjectNode && elements.Write(ElementKind.Schema, rest, depth + 1) is { } remaining && !Holds(variants, remaining))
        {
            variants.Items.Add(remaining);
        }

        if (variants.Items.Count == 0)
        {
            return;
        }

        Member place = source.Members[source.IndexOf(key)];
        DocumentNode items = variants.Items[0];
        if (variants.Items.Count > 1)
        {
            ObjectNode union = new(prefix.File, prefix.Start);
            union.Set(place with { Key = "anyOf", Value = variants });
            items = union;
        }

        target.Set(place with { Key = "items", Value = items });
    }

    private static bool Holds(ArrayNode variants, DocumentNode schema)
    {
        foreach (DocumentNode variant in variants.Items)
        {
            if (SimpleForm(variant) is { } form && form == SimpleForm(schema))
            {
                return true;
            }
        }

        return false;
    }

    private static string? SimpleForm(DocumentNode schema) =>
        schema is ObjectNode { Members.Count: 1 } simple && simple.Members[0] is { Key: "$ref" or "type", Value: ScalarNode value } ? value.Text : null;

    private static bool IsTrue(DocumentNode? node) => node is not null && ScalarForms.Flag(node) is { Text: "true" };

    private static ScalarNode Text(string text, in Member place) => new(ScalarKind.String, text, place.File, place.KeyStart, place.KeyLength);

    private static void SetText(ObjectNode target, string key, string text, in Member place) => target.Set(place with { Key = key, Value = Text(text, place) });

    private void Warn(in Member member, string message)
    {
        pointer.Push(member.Key);
        context.Report(ReadDiagnosticKind.RuleBroken, pointer.ToString(), member.File, member.KeyStart, member.KeyLength, message);
        pointer.Pop();
    }
}
