using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit;

/// <summary>Prints a union: a class around the value of one of its variants, or around raw JSON when none fits.</summary>
internal static class UnionEmitter
{
    public static void Emit(SourceWriter writer, UnionModel model)
    {
        CSharpText name = CSharpText.Identifier(model.Name);
        CSharpText codec = UnionJsonEmitter.IsScalar(model) ? RuntimeNames.IApiScalar : RuntimeNames.IApiJson;
        MemberText.WriteDoc(writer, model, model.Doc);
        MemberText.WriteConverter(writer, model);
        writer.WriteLine($"[{FrameworkNames.DebuggerDisplay}(\"{{Value}}\")]");
        writer.WriteLine($"""
            [{RuntimeNames.ApiJsonAttribute}<{name}>]
            {MemberText.Access(model.Accessibility)} sealed partial class {name} : {codec}<{name}>
            """);
        writer.Open();
        if (model.Discriminator is { IsNameKept: true })
        {
            writer.WriteLine($$"""
                private readonly string? __name;
                private {{name}}(object? value, string? name) => (Value, __name) = (value, name);
                """);
        }
        else
        {
            writer.WriteLine($"private {name}(object? value, bool _) => Value = value;");
        }

        writer.WriteLine($$"""
            /// <summary>The value: of a variant's type, or a <c>JsonElement</c> when no variant fits.</summary>
            public object? Value { get; }
            """);
        foreach (VariantModel variant in model.Variants)
        {
            WriteVariant(writer, model, variant, name);
        }

        foreach (SharedMemberModel member in model.Members)
        {
            WriteMember(writer, model, member);
        }

        if (model.IsEvents)
        {
            WriteParse(writer, name);
        }

        UnionJsonEmitter.Emit(writer, model, name);
        writer.Close();
    }

    private static void WriteParse(SourceWriter writer, CSharpText name) => writer.WriteLine($$"""
        /// <summary>Verifies a webhook's signature and reads its event. An event of another kind is kept as raw JSON.</summary>
        /// <param name="body">The body's bytes, exactly as received.</param>
        /// <param name="headers">The webhook's headers.</param>
        /// <param name="verifier">Verifies the signature.</param>
        /// <exception cref="{{RuntimeNames.WebhookException}}">The webhook is refused, or its body is not JSON.</exception>
        public static {{name}} Parse(
            global::System.ReadOnlyMemory<byte> body, {{RuntimeNames.WebhookHeaders}} headers, {{RuntimeNames.WebhookVerifier}} verifier) =>
            {{RuntimeNames.WebhookEvents}}.Parse<{{name}}>(verifier, body, headers);
        """);

    private static void WriteMember(SourceWriter writer, UnionModel model, SharedMemberModel member)
    {
        CSharpText method = member.Type.IsValueType ? CSharpText.Template(".ValueMember") : CSharpText.Template(".Member");
        MemberText.WriteDoc(writer, member.Doc);
        writer.WriteLine($"""
            {MemberText.Access(member.Accessibility)} {MemberText.TypeName(member.Type, isNullable: true)} {CSharpText.Identifier(member.Name)} => Value switch
            """);
        writer.WriteLine($$"""{""");
        writer.Indentation++;
        for (int i = 0; i < model.Variants.Count; i++)
        {
            writer.WriteLine($"{CSharpText.Type(model.Variants[i].Type.Name)} variant => variant.{CSharpText.Identifier(member.VariantNames[i])},");
        }

        CSharpText codec = MemberText.TypeArguments(member.Type);
        writer.WriteLine($"_ => {RuntimeNames.JsonUnion}{method}{codec}(Value, {CSharpText.Utf8Literal(member.JsonName)}),");
        writer.Indentation--;
        writer.WriteLine($$"""};""");
    }

    private static void WriteVariant(SourceWriter writer, UnionModel model, VariantModel variant, CSharpText name)
    {
        CSharpText type = CSharpText.Type(variant.Type.Name);
        CSharpText access = MemberText.Access(variant.Accessibility);
        MemberText.WriteDoc(writer, variant.Doc);
        MemberText.WriteObsolete(writer, model.IsDeprecated, model.Doc);
        if (variant.Type.IsValueType)
        {
            writer.WriteLine($"{access} {name}({type} value) => Value = value;");
        }
        else
        {
            CSharpText exception = FrameworkNames.ArgumentNullException;
            writer.WriteLine($"{access} {name}({type} value) => Value = value ?? throw new {exception}(nameof(value));");
        }

        if (variant.IsImplicit)
        {
            writer.WriteLine($"""
                /// <summary>The value as this variant.</summary>
                """);
            MemberText.WriteObsolete(writer, model.IsDeprecated, model.Doc);
            writer.WriteLine($"public static implicit operator {name}({type} value) => new(value);");
        }

        CSharpText tryGet = CSharpText.Identifier("TryGet", variant.Name, "");
        writer.WriteLine($"""
            /// <summary>Whether the value is of this variant.</summary>
            """);
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
            writer.WriteLine($"""
                {access} bool {tryGet}([{FrameworkNames.NotNullWhen}(true)] out {type}? value) =>
                    (value = Value as {type}) is not null;
                """);
        }
    }
}
