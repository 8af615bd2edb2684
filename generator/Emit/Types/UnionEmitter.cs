using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Types;

/// <summary>Prints a union: a class around the value of one of its variants, or around raw JSON when none fits.</summary>
internal static class UnionEmitter
{
    public static void Emit(SourceWriter writer, UnionModel model)
    {
        CSharpText name = CSharpText.Identifier(model.Name);
        CSharpText codec = UnionJsonEmitter.IsScalar(model) ? RuntimeNames.IApiScalar : RuntimeNames.IApiJson;
        VariantModel[] lists = [.. model.Variants.Where(static variant => variant.Type is ListType)];
        VariantModel? list = lists.Length == 1 && lists[0].Accessibility == EmittedAccessibility.Public ? lists[0] : null;
        new TypeHeader(model, CSharpText.Of($"sealed partial class {name} : {codec}<{name}>, {RuntimeNames.IApiModel}"))
        {
            Doc = model.Doc,
            FirstAttributes = [TypeHeader.Converter(model), CSharpText.Of($"[{FrameworkNames.DebuggerDisplay}(\"{{Value}}\")]")],
            Attributes =
            [
                model.IsCSharpUnion ? FrameworkNames.Union : CSharpText.None,
                list is null ? CSharpText.None : CSharpText.Of($"[{FrameworkNames.CollectionBuilder}(typeof({name}), nameof(FromItems))]"),
                CSharpText.Of($"[{RuntimeNames.ApiJsonAttribute}<{name}>]"),
            ],
        }.Open(writer);
        UnionJsonEmitter.WriteFields(writer, model);
        WriteConstructors(writer, model, name);
        writer.StartMember();
        writer.WriteLine($$"""
            /// <summary>The value, of a variant's type. A <c>JsonElement</c> if no variant matches.</summary>
            public object? Value { get; private init; }
            """);
        foreach (SharedMemberModel member in model.Members)
        {
            WriteMember(writer, model, member);
        }

        foreach (VariantModel variant in model.Variants)
        {
            if (variant.IsImplicit)
            {
                writer.StartMember();
                MemberText.WriteObsolete(writer, model.IsDeprecated, model.Doc);
                // The compiler looks at all constructors for each creation, and at all conversions to their parameters where there is an argument.
                CSharpText creation = UnionJsonEmitter.IsLarge(model)
                    ? CSharpText.Of($"new() {{ Value = {Given(variant)} }}")
                    : CSharpText.Of($"new(value)");
                writer.WriteLine($"public static implicit operator {name}({TypeText.Of(variant.Type)} value) => {creation};");
            }
        }

        if (list is not null)
        {
            WriteItems(writer, model, list, name);
        }

        foreach (VariantModel variant in model.Variants)
        {
            WriteTryGet(writer, variant);
        }

        if (model.IsEvents)
        {
            WriteParse(writer, name);
        }

        UnionJsonEmitter.Emit(writer, model, name);
        writer.Close();
    }

    private static void WriteConstructors(SourceWriter writer, UnionModel model, CSharpText name)
    {
        foreach (VariantModel variant in model.Variants)
        {
            CSharpText type = TypeText.Of(variant.Type);
            writer.StartMember();
            MemberText.WriteDoc(writer, variant.Doc);
            MemberText.WriteObsolete(writer, model.IsDeprecated, model.Doc);
            writer.WriteLine($"{MemberText.Access(variant.Accessibility)} {name}({type} value) => Value = {Given(variant)};");
        }

        if (model.IsExhaustive && !model.HasAnyVariant)
        {
            writer.StartMember();
            writer.WriteLine($"/// <summary>Creates a value of an unknown variant, which is sent unchanged.</summary>");
            MemberText.WriteObsolete(writer, model.IsDeprecated, model.Doc);
            writer.WriteLine($"public {name}({FrameworkNames.JsonElement} value) => Value = value;");
        }

        if (model.UserPart is not { HasConstructor: true })
        {
            writer.StartMember();
            writer.WriteLine($$"""
                // For the reader, which sets the value.
                private {{name}}()
                {
                }
                """);
        }
    }

    // C# converts from no interface, so that a collection needs its own ways in. A collection expression asks for an enumerator too.
    private static void WriteItems(SourceWriter writer, UnionModel model, VariantModel list, CSharpText name)
    {
        TypeReference itemType = ((ListType)list.Type).Item;
        CSharpText item = TypeText.Of(itemType);
        CSharpText type = TypeText.Of(list.Type);
        VariantModel? single = model.Variants.FirstOrDefault(variant => variant.Type == itemType);
        CSharpText others = single is null
            ? CSharpText.Of($"[]")
            : CSharpText.Of($"Value is {item} item ? [item] : []");
        foreach (CSharpText collection in (CSharpText[])[CSharpText.Of($"{item}[]"), CSharpText.Of($"{FrameworkNames.List}<{item}>")])
        {
            writer.StartMember();
            MemberText.WriteObsolete(writer, model.IsDeprecated, model.Doc);
            writer.WriteLine($"public static implicit operator {name}({collection} value) => new(({type})value);");
        }

        writer.StartMember();
        writer.WriteLine($$"""
            /// <summary>Creates a list of items, for collection expressions.</summary>
            {{FrameworkNames.Hidden}}
            public static {{name}} FromItems({{FrameworkNames.ReadOnlySpan}}<{{item}}> items) => new(({{type}})items.ToArray());

            /// <summary>Enumerates the items of the list, or the single value.</summary>
            public {{FrameworkNames.IEnumerator}}<{{item}}> GetEnumerator() =>
                (Value is {{type}} list ? list : ({{type}})({{others}})).GetEnumerator();
            """);
    }

    // The argument of a constructor or a conversion.
    private static CSharpText Given(VariantModel variant) => variant.Type.IsValueType
        ? CSharpText.Of($"value")
        : CSharpText.Of($"value ?? throw new {FrameworkNames.ArgumentNullException}(nameof(value))");

    private static void WriteParse(SourceWriter writer, CSharpText name)
    {
        writer.StartMember();
        writer.WriteLine($$"""
            /// <summary>Verifies a webhook's signature and reads its event. An event of another kind is kept as raw JSON.</summary>
            /// <param name="body">The body's bytes, exactly as received.</param>
            /// <param name="headers">The webhook's headers.</param>
            /// <param name="verifier">Verifies the signature.</param>
            /// <exception cref="{{RuntimeNames.WebhookException}}">The webhook is refused, or its body is not JSON.</exception>
            public static {{name}} Parse(
                {{FrameworkNames.ReadOnlyMemory}}<byte> body, {{RuntimeNames.WebhookHeaders}} headers, {{RuntimeNames.WebhookVerifier}} verifier) =>
                {{RuntimeNames.WebhookEvents}}.Parse<{{name}}>(verifier, body, headers);
            """);
    }

    private static void WriteMember(SourceWriter writer, UnionModel model, SharedMemberModel member)
    {
        CSharpText method = member.Type.IsValueType ? CSharpText.Of($"ValueMember") : CSharpText.Of($"Member");
        CSharpText types = TypeText.Arguments(member.Type);
        CSharpText unknown = CSharpText.Of($"{RuntimeNames.JsonUnion}.{method}{types}(Value, {CSharpText.Utf8Literal(member.JsonName)})");
        CSharpText type = MemberText.TypeName(member.Type, isNullable: true);
        CSharpText start = CSharpText.Of($"{MemberText.Access(member.Accessibility)} {type} {CSharpText.Identifier(member.Name)}");
        writer.StartMember();
        MemberText.WriteDoc(writer, member.Doc);
        SwitchBlocks.WriteResult(
            writer,
            start,
            CSharpText.Of($"Value"),
            [.. model.Variants.Select((variant, index) => new SwitchBlocks.TypeCase(
                TypeText.Of(variant.Type), CSharpText.Of($"variant.{CSharpText.Identifier(member.VariantNames[index])}")))],
            unknown,
            isProperty: true);
    }

    private static void WriteTryGet(SourceWriter writer, VariantModel variant)
    {
        CSharpText type = TypeText.Of(variant.Type);
        CSharpText access = MemberText.Access(variant.Accessibility);
        CSharpText tryGet = CSharpText.Identifier("TryGet", variant.Name, "");
        writer.StartMember();
        if (variant.Type.IsValueType)
        {
            writer.WriteLine($$"""
                {{access}} bool {{tryGet}}(out {{type}} value)
                {
                    bool isVariant = Value is {{type}};
                    value = isVariant ? ({{type}})Value! : default;
                    return isVariant;
                }
                """);
        }
        else
        {
            // Compared by '!=', because a pattern on a union is one on its value.
            writer.WriteLine($$"""
                {{access}} bool {{tryGet}}([{{FrameworkNames.NotNullWhen}}(true)] out {{type}}? value)
                {
                    value = Value as {{type}};
                    return value != null;
                }
                """);
        }
    }
}
