using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Types;

/// <summary>Prints the reader and writer of a union.</summary>
internal static class UnionJsonEmitter
{
    // Above it, a table of numbers is smaller than the cases of a switch.
    private const int MaximumRenumbered = 256;

    /// <summary>Writes the fields, which come first.</summary>
    public static void WriteFields(SourceWriter writer, UnionModel model)
    {
        if (HasShapes(model))
        {
            WriteShapes(writer, model);
        }

        if (model.Discriminator is { IsNameKept: true })
        {
            writer.StartMember();
            writer.WriteLine($"""
                // The discriminator's value as it was read: several mean the same variant, which has no property for it.
                private string? _name;
                """);
        }
    }

    public static void Emit(SourceWriter writer, UnionModel model, CSharpText name)
    {
        WriteReader(writer, model, name, HasShapes(model));
        WriteWriter(writer, model);
        if (IsScalar(model))
        {
            WriteFormat(writer, model, name);
        }
    }

    /// <summary>Whether a union has more variants than one switch has cases.</summary>
    public static bool IsLarge(UnionModel model) => model.Variants.Count > SwitchBlocks.Cases;

    /// <summary>Whether each variant has one text, and so the union.</summary>
    public static bool IsScalar(UnionModel model)
    {
        foreach (VariantModel variant in model.Variants)
        {
            if (!variant.Type.IsScalar)
            {
                return false;
            }
        }

        return true;
    }

    // A discriminator alone is enough for objects without shapes; everything else needs the table.
    private static bool HasShapes(UnionModel model)
    {
        bool hasShapes = model.Discriminator is null;
        foreach (VariantModel variant in model.Variants)
        {
            hasShapes |= variant.Shape.Count > 0 || variant.Kinds != VariantKinds.Object;
        }

        return hasShapes;
    }

    private static void WriteShapes(SourceWriter writer, UnionModel model)
    {
        writer.StartMember();
        writer.WriteLine($"private static readonly {RuntimeNames.JsonVariant}[] Variants =");
        writer.WriteLine($"[");
        writer.Indentation++;
        foreach (VariantModel variant in model.Variants)
        {
            List<string> lines = [];
            foreach (ShapeMemberModel member in variant.Shape)
            {
                lines.Add(member.Constant is { } constant
                    ? "=" + member.JsonName + "\t" + constant
                    : (member.IsRequired ? "!" : "?") + member.JsonName);
            }

            CSharpText shape = lines.Count == 0 ? CSharpText.None : CSharpText.Of($", {CSharpText.Utf8Lines(lines)}");
            CSharpText isNamed = variant.IsNamed ? CSharpText.Of($", isNamed: true") : CSharpText.None;
            writer.WriteLine($"new({Kinds(variant.Kinds)}{shape}{isNamed}),");
        }

        writer.Indentation--;
        writer.WriteLine($"];");
    }

    private static CSharpText Kinds(VariantKinds kinds)
    {
        CSharpText text = CSharpText.None;
        Add(VariantKinds.Object, CSharpText.Of($".Object"));
        Add(VariantKinds.Array, CSharpText.Of($".Array"));
        Add(VariantKinds.String, CSharpText.Of($".String"));
        Add(VariantKinds.Integer, CSharpText.Of($".Integer"));
        Add(VariantKinds.Number, CSharpText.Of($".Number"));
        Add(VariantKinds.Boolean, CSharpText.Of($".Boolean"));
        return text.IsEmpty ? CSharpText.Of($"{RuntimeNames.JsonKinds}.None") : text;

        void Add(VariantKinds kind, CSharpText member)
        {
            if ((kinds & kind) != 0)
            {
                text += (text.IsEmpty ? CSharpText.None : CSharpText.Of($" | ")) + RuntimeNames.JsonKinds + member;
            }
        }
    }

    private static void WriteReader(SourceWriter writer, UnionModel model, CSharpText name, bool hasShapes)
    {
        MemberText.StartHidden(writer);
        writer.WriteLine($$"""
            public static {{name}} ReadJson(ref {{RuntimeNames.ApiJsonReader}} reader)
            {
                if (!{{RuntimeNames.JsonUnion}}.Start(ref reader))
                {
                    return null!;
                }

            """);
        writer.Indentation++;
        CSharpText choose = CSharpText.Of($"{RuntimeNames.JsonUnion}.Choose(ref reader, Variants)");
        CSharpText variant = choose;
        CSharpText kept = CSharpText.None;
        if (model.Discriminator is { } discriminator)
        {
            WriteDiscriminator(writer, discriminator);
            if (discriminator.IsNameKept)
            {
                kept = CSharpText.Of($", _name = name");
                CSharpText property = CSharpText.Utf8Literal(discriminator.JsonName);
                writer.WriteLine($"string? name = {RuntimeNames.JsonDiscriminator}.Read(ref reader, {property});");
            }

            if (discriminator.Default >= 0)
            {
                writer.WriteLine($"if (variant < 0 && {RuntimeNames.JsonUnion}.IsObject(ref reader))");
                writer.Open();
                writer.WriteLine($"variant = {discriminator.Default};");
                writer.Close();
                writer.WriteLine();
            }

            if (hasShapes)
            {
                writer.WriteLine($$"""
                    if (variant == {{RuntimeNames.JsonUnion}}.None)
                    {
                        variant = {{choose}};
                    }
                    """);
                if (HasUnnamed(model))
                {
                    writer.WriteLine($$"""
                        else if (variant == {{RuntimeNames.JsonUnion}}.Unknown)
                        {
                            variant = {{RuntimeNames.JsonUnion}}.ChooseUnnamed(ref reader, Variants);
                        }
                        """);
                }

                writer.WriteLine();
            }

            variant = CSharpText.Of($"variant");
        }

        if (IsLarge(model))
        {
            WriteManyVariants(writer, model, variant, kept);
            writer.Close();
            return;
        }

        writer.WriteLine($"switch ({variant})");
        writer.Open();
        for (int i = 0; i < model.Variants.Count; i++)
        {
            writer.WriteLine($"case {i}: return new() {{ Value = {PlainCodecs.Read(model.Variants[i].Type)}{kept} }};");
        }

        writer.WriteLine($"default: return new() {{ Value = {RuntimeNames.JsonUnion}.ReadUnknown(ref reader){kept} }};");
        writer.Close();
        writer.Close();
    }

    // One creation for all variants: the compiler looks at all constructors for each.
    private static void WriteManyVariants(SourceWriter writer, UnionModel model, CSharpText variant, CSharpText kept)
    {
        CSharpText index = CSharpText.Of($"variant");
        if (model.Discriminator is null)
        {
            writer.WriteLine($"int {index} = {variant};");
        }

        writer.WriteLine($"object? content;");
        SwitchBlocks.OverIndex(
            writer,
            index,
            model.Variants.Count,
            i => writer.WriteLine($"case {i}: content = {PlainCodecs.Read(model.Variants[i].Type)}; break;"),
            CSharpText.Of($"content = {RuntimeNames.JsonUnion}.ReadUnknown(ref reader);"));
        writer.WriteLine();
        writer.WriteLine($"return new() {{ Value = content{kept} }};");
    }

    private static void WriteDiscriminator(SourceWriter writer, DiscriminatorModel discriminator)
    {
        List<string> values = [];
        bool isInOrder = true;
        foreach (DiscriminatorValueModel value in discriminator.Values)
        {
            isInOrder &= value.Variant == values.Count;
            values.Add(value.Value);
        }

        CSharpText arguments = CSharpText.Of($"{CSharpText.Utf8Literal(discriminator.JsonName)}, {CSharpText.Utf8Lines(values)}");
        writer.WriteLine($"int variant = {RuntimeNames.JsonUnion}.Discriminate(ref reader, {arguments});");
        if (isInOrder)
        {
            return;
        }

        if (discriminator.Values.Count > MaximumRenumbered)
        {
            // The compiler's memory for a switch grows with the square of its cases; a table is data.
            CSharpText table = CSharpText.List(discriminator.Values.Select(static value => CSharpText.Number(value.Variant)));
            writer.WriteLine($"{FrameworkNames.ReadOnlySpan}<int> variants = [{table}];");
            writer.WriteLine($$"""
                if (variant >= 0)
                {
                    variant = variants[variant];
                }

                """);
            return;
        }

        writer.WriteLine($"variant = variant switch");
        writer.Open();
        for (int i = 0; i < discriminator.Values.Count; i++)
        {
            if (discriminator.Values[i].Variant != i)
            {
                writer.WriteLine($"{i} => {discriminator.Values[i].Variant},");
            }
        }

        writer.WriteLine($"_ => variant,");
        writer.Indentation--;
        writer.WriteLine($"}};");
    }

    private static void WriteWriter(SourceWriter writer, UnionModel model)
    {
        ILookup<int, string>? names = model.Discriminator?.Values.ToLookup(static value => value.Variant, static value => value.Value);
        CSharpText unknown = CSharpText.Of($"{RuntimeNames.JsonUnion}.WriteUnknown(writer, Value);");
        writer.StartMember();
        writer.WriteLine($"void {RuntimeNames.IApiModel}.WriteJson({FrameworkNames.Utf8JsonWriter} writer)");
        writer.Open();
        SwitchBlocks.WriteStatements(
            writer,
            CSharpText.Of($"Value"),
            [.. model.Variants.Select((variant, index) => new SwitchBlocks.TypeCase(TypeText.Of(variant.Type), Writing(variant, index)))],
            unknown);
        writer.Close();

        CSharpText Writing(VariantModel variant, int index) => variant.IsNamedByUnion && model.Discriminator is { } discriminator
            ? NamedWriting(variant, index, discriminator, names![index])
            : CSharpText.Of($"{RuntimeNames.JsonUnion}.Write{PlainCodecs.BodyTypeArguments(variant.Type)}(writer, variant);");
    }

    private static bool HasUnnamed(UnionModel model)
    {
        foreach (VariantModel variant in model.Variants)
        {
            if (!variant.IsNamed && (variant.Kinds & VariantKinds.Object) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static CSharpText NamedWriting(VariantModel variant, int index, DiscriminatorModel discriminator, IEnumerable<string> names)
    {
        CSharpText arguments = CSharpText.Of($"{CSharpText.Utf8Literal(discriminator.JsonName)}, {CSharpText.Utf8Lines([.. names])}");
        if (discriminator.Default == index)
        {
            List<string> all = [.. discriminator.Values.Select(static value => value.Value)];
            arguments += CSharpText.Of($", others: {CSharpText.Utf8Lines(all)}");
        }

        if (discriminator.IsNameKept)
        {
            arguments += CSharpText.Of($", read: _name");
        }

        if (!discriminator.AreStrings)
        {
            arguments += CSharpText.Of($", isString: false");
        }

        return CSharpText.Of($"{RuntimeNames.JsonDiscriminator}.WriteVariant{TypeText.Arguments(variant.Type)}(writer, variant, {arguments});");
    }

    private static void WriteFormat(SourceWriter writer, UnionModel model, CSharpText name)
    {
        CSharpText unknown = CSharpText.Of($"{RuntimeNames.JsonUnion}.FormatUnknown(value.Value)");
        MemberText.StartHidden(writer);
        SwitchBlocks.WriteResult(
            writer,
            CSharpText.Of($"public static string Format({name} value)"),
            CSharpText.Of($"value.Value"),
            [.. model.Variants.Select(static variant => new SwitchBlocks.TypeCase(
                TypeText.Of(variant.Type), CSharpText.Of($"{RuntimeNames.JsonUnion}.Format{PlainCodecs.BodyTypeArguments(variant.Type)}(variant)")))],
            unknown);
    }
}
