using System.Globalization;
using System.Text;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Surface;
using ClerkGen.Generator.Translation.Samples;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;
using Microsoft.CodeAnalysis.CSharp;

namespace ClerkGen.Tool.Pages;

/// <summary>
/// Writes calls that compile. Values are the document's examples where they fit, else made from formats and names. Everything of the document
/// passes through string literals.
/// </summary>
internal sealed class ExampleWriter(EmittedClient client)
{
    private const int MaximumDepth = 4;
    private const int LongLine = 100;

    private static readonly HashSet<string> Structs = new(["long", "int", "uint", "ulong", "double", "float", "decimal", "bool"], StringComparer.Ordinal);

    /// <summary>A call of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="wire">The operation in the document.</param>
    /// <param name="isFull">Whether everything that may be given is given; else only what must be.</param>
    public string Call(EmittedOperation operation, WireOperation wire, bool isFull) => Call(operation, wire, operation.Method, isFull);

    /// <summary>A loop over all pages, or null where there are none.</summary>
    public string? Loop(EmittedOperation operation, WireOperation wire) => operation.All is { } all ? Call(operation, wire, all, isFull: false) : null;

    /// <summary>The result's type, or null for none.</summary>
    public static string? ResultOf(ApiMember method) => TypeArgument(method.Value);

    private string Call(EmittedOperation operation, WireOperation wire, string name, bool isFull)
    {
        ApiMember method = client.Surface.Find(operation.Group.Type)!.Find(name)!;
        List<string> arguments = [.. operation.PathParameters.Select(parameter => PathArgument(method, wire, parameter))];
        bool isBodyLeftOut = false;
        if (operation.BodyType is { } bodyType)
        {
            bool isRequired = !method.Text.Contains($"{bodyType}? {operation.BodyName}", StringComparison.Ordinal);
            isBodyLeftOut = !isFull && !isRequired;
            if (isBodyLeftOut && !method.Text.Contains($"{operation.BodyName} = null", StringComparison.Ordinal))
            {
                // Required parameters follow it, so it has no default.
                arguments.Add("null");
                isBodyLeftOut = false;
            }
            else if (!isBodyLeftOut)
            {
                WireContent? content = wire.Body?.Contents.FirstOrDefault(candidate => candidate.MediaType == operation.BodyMediaType?.Split(';')[0]) ?? (wire.Body?.Contents is [var first, ..] ? first : null);
                arguments.Add(Value(bodyType, content?.Schema, operation.BodyName!, isFull, 0, isExplicit: false));
            }
        }

        if (operation.ParametersType is { } parameters && (isFull || operation.RequiresParameters))
        {
            string value = Parameters(parameters, wire, isFull);
            arguments.Add(isBodyLeftOut ? "parameters: " + value : value);
        }

        string? result = TypeArgument(method.Value) is { } type ? Written(type) : null;
        string call = $"client.{operation.Group.Property}.{name}(";
        string joined = string.Join(", ", arguments);
        int before = call.Length + "await ;".Length + (result is null ? 0 : result.Length + " result = ".Length);
        call += arguments.Count > 0 && (joined.Contains('\n', StringComparison.Ordinal) || before + joined.Length > LongLine)
            ? "\n    " + string.Join(",\n", arguments).Replace("\n", "\n    ", StringComparison.Ordinal) + ")"
            : joined + ")";
        if (!method.Value.StartsWith("Task", StringComparison.Ordinal))
        {
            return $"await foreach ({(method.Value.StartsWith("IAsyncEnumerable<", StringComparison.Ordinal) ? result : "var")} item in {call})\n{{\n    Console.WriteLine(item);\n}}";
        }

        return result is null ? $"await {call};" : $"{(result.StartsWith("Stream", StringComparison.Ordinal) ? "await using " : "")}{result} result = await {call};";
    }

    private string PathArgument(ApiMember method, WireOperation wire, (string WireName, string Name) parameter)
    {
        string list = method.Text[(method.Text.IndexOf('(', StringComparison.Ordinal) + 1)..];
        string type = list.Split(", ").Select(static part => part.Split(' ')).First(words => words.Length > 1 && words[1].TrimStart('@').TrimEnd(')') == parameter.Name)[0];
        WireParameter? described = wire.Parameters.FirstOrDefault(candidate => candidate.Place == "path" && candidate.Name == parameter.WireName);
        return Value(type, described?.Schema, parameter.WireName, false, 0, isExplicit: true, described?.Example);
    }

    private string Parameters(string type, WireOperation wire, bool isFull)
    {
        List<string> members = [];
        foreach (WireParameter parameter in wire.Parameters)
        {
            if (parameter.Place != "path" && client.Member(type, parameter.Name) is { IsObsolete: false } member && (isFull || IsRequired(member)))
            {
                members.Add($"{Name(member)} = {Value(member.Value, parameter.Schema, parameter.Name, isFull, 1, isExplicit: false, parameter.Example)}");
            }
        }

        return Initializer("new()", members);
    }

    /// <summary>An expression of a type.</summary>
    private string Value(string type, string? schema, string name, bool isFull, int depth, bool isExplicit, string? example = null)
    {
        string bare = TypeNames.Bare(type)!;
        WireSchema? wire = schema is null ? null : client.Wire.Schema(schema);
        string? json = example ?? wire?.Example ?? wire?.Default;
        if (bare.StartsWith("IReadOnlyList<", StringComparison.Ordinal) || bare.StartsWith("IList<", StringComparison.Ordinal))
        {
            string item = Value(TypeNames.Argument(bare)!, wire?.Items, Singular(name), isFull, depth + 1, isExplicit: true);
            return isExplicit && depth == 0 ? $"new List<{Written(TypeNames.Argument(bare)!)}> {{ {item} }}" : $"[{item}]";
        }

        if (bare.Contains("Dictionary<", StringComparison.Ordinal))
        {
            string item = TypeNames.Argument(bare)!;
            return $"new Dictionary<string, {Written(item)}> {{ [\"key\"] = {Value(item, wire?.Additional, "value", isFull, depth + 1, isExplicit: true)} }}";
        }

        return ScalarOf(bare, wire, json, name) ?? Emitted(bare, wire, json, name, isFull, depth, isExplicit);
    }

    private static string? ScalarOf(string type, WireSchema? wire, string? json, string name)
    {
        string text = json is { Length: > 1 } && json[0] == '"' ? Plain(json) : "";
        switch (type)
        {
            case "string":
                return Literal(text.Length > 0 ? text : NamedExamples.Text(name, wire));
            case "long" or "int" or "uint" or "ulong":
                return long.TryParse(json, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer) && Fits(type, integer)
                    ? integer.ToString(CultureInfo.InvariantCulture)
                    : NamedExamples.Integer(name, wire);
            case "double" or "float" or "decimal":
                string number = double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) && Math.Abs(value) < 1e15
                    ? value.ToString("0.############", CultureInfo.InvariantCulture)
                    : NamedExamples.Integer(name, wire);
                return type == "double" ? number : number + (type == "float" ? "f" : "m");
            case "bool":
                return json == "false" ? "false" : "true";
            case "DateTimeOffset":
                var moment = DateTimeOffset.Parse(ScalarExamples.Text(Scalar.DateTimeOffset)!, CultureInfo.InvariantCulture);
                return $"new DateTimeOffset({moment:yyyy, M, d, H, m, s}, TimeSpan.Zero)";
            case "DateOnly":
                var date = DateOnly.Parse(ScalarExamples.Text(Scalar.DateOnly)!, CultureInfo.InvariantCulture);
                return $"new DateOnly({date:yyyy, M, d})";
            case "TimeOnly":
                var time = TimeOnly.Parse(ScalarExamples.Text(Scalar.TimeOnly)!, CultureInfo.InvariantCulture);
                return $"new TimeOnly({time:H, m, s})";
            case "TimeSpan":
                return "TimeSpan.FromHours(1)";
            case "Guid":
                return $"Guid.Parse({Literal(Guid.TryParse(text, out Guid guid) ? guid.ToString() : ScalarExamples.Text(Scalar.Guid)!)})";
            case "Uri":
                return $"new Uri({Literal(Uri.TryCreate(text, UriKind.Absolute, out _) ? text : ScalarExamples.Text(Scalar.Uri)!)})";
            case "byte[]":
                return $"Convert.FromBase64String({Literal(ScalarExamples.Text(Scalar.Bytes)!)})";
            case "JsonElement":
                return $"JsonDocument.Parse({Literal(json is { Length: > 0 and < 200 } ? json : """{ "key": "value" }""")}).RootElement";
            case "ApiFile":
                return "ApiFile.FromPath(\"photo.png\")";
            case "object":
                return Literal("value");
            default:
                return null;
        }
    }

    private static bool Fits(string type, long value) => type switch { "int" => value is >= int.MinValue and <= int.MaxValue, "uint" => value is >= 0 and <= uint.MaxValue, "ulong" => value >= 0, _ => true };

    private string Emitted(string type, WireSchema? wire, string? json, string name, bool isFull, int depth, bool isExplicit)
    {
        if (client.Surface.Find(type) is not { } emitted)
        {
            return "default!";
        }

        IReadOnlyDictionary<string, string> members = client.MembersOf(type);
        if (emitted.Text.Contains(" struct ", StringComparison.Ordinal))
        {
            string? known = json is not null && members.TryGetValue(Plain(json), out string? example) ? example : members.Values.FirstOrDefault();
            return known is null ? $"new {Written(type)}({Literal(NamedExamples.Text(name, wire))})" : $"{Written(type)}.{Identifier(known)}";
        }

        // A union takes each of its variants.
        if (IsUnion(emitted) && emitted.Members.Where(static member => member.Name == ".ctor").Select(static member => ParameterType(member.Text)).OfType<string>().ToArray() is { Length: > 0 } variants)
        {
            string variant = variants.OrderBy(variant => Structs.Contains(variant) || variant == "string" ? 0 : 1).First();
            return depth >= MaximumDepth ? "default!" : $"new {Written(type)}({Value(variant, VariantSchema(wire, variant), name, isFull, depth + 1, isExplicit: true)})";
        }

        List<string> initializers = [];
        foreach ((string wireName, string memberName) in members)
        {
            ApiMember? member = emitted.Find(memberName);
            bool isWanted = member is not null && member.Text.Contains(" set; ", StringComparison.Ordinal) && (IsRequired(member) || (isFull && depth < 2 && !member.IsObsolete && !IsConstant(wire, wireName)));
            if (isWanted && (depth < MaximumDepth || IsRequired(member!)))
            {
                string value = depth >= MaximumDepth * 2 ? "default!" : Value(member!.Value, wire?.Find(wireName)?.Pointer, wireName, isFull, depth + 1, isExplicit: false);
                initializers.Add($"{Name(member!)} = {value}");
            }
        }

        return Initializer(isExplicit ? $"new {Written(type)}" : "new()", initializers, isExplicit);
    }

    private string Written(string type) => ImportedNames.Qualify(type, client.Client.Options.Namespace, name => client.Surface.Find(name) is not null);

    private static bool IsUnion(ApiType type) => type.Members.Any(static member => member.Name.StartsWith("TryGet", StringComparison.Ordinal));

    private static bool IsConstant(WireSchema? owner, string name) => owner is null || owner.Find(name) is null;

    private string? VariantSchema(WireSchema? union, string type) =>
        union?.Variants.FirstOrDefault(variant => client.TypeAt(client.Wire.Schema(variant).Pointer) == type);

    private static string Initializer(string creation, List<string> members, bool isExplicit = false)
    {
        if (members.Count == 0)
        {
            return isExplicit ? creation + "()" : creation;
        }

        string line = $"{creation} {{ {string.Join(", ", members)} }}";
        if (line.Length <= LongLine - 20 && !line.Contains('\n', StringComparison.Ordinal))
        {
            return line;
        }

        StringBuilder text = new(creation);
        text.Append("\n{\n");
        foreach (string member in members)
        {
            text.Append("    ").Append(member.Replace("\n", "\n    ", StringComparison.Ordinal)).Append(",\n");
        }

        return text.Append('}').ToString();
    }

    private static string Name(ApiMember member) => Identifier(member.Name);

    private static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    private static bool IsRequired(ApiMember member) => member.Text.Contains(" required ", StringComparison.Ordinal);

    private static string? ParameterType(string constructor)
    {
        string list = constructor[(constructor.IndexOf('(', StringComparison.Ordinal) + 1)..^1];
        int space = list.LastIndexOf(' ');
        return list.Contains(", ", StringComparison.Ordinal) && !list.Contains('<', StringComparison.Ordinal) || space < 0 ? null : list[..space];
    }

    private static string? TypeArgument(string type) => type.IndexOf('<', StringComparison.Ordinal) is > 0 and int start ? type[(start + 1)..^1] : null;

    private static string Singular(string name) => name.Length > 3 && name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) ? name[..^1] : name;

    private static string Plain(string json) => json.Length > 1 && json[0] == '"' ? System.Text.Json.Nodes.JsonNode.Parse(json)!.GetValue<string>() : json;

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
