using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Types;

/// <summary>
/// Prints the reader and writer of a class: a table of names and a line per member; finding the member, nulls, unknown and missing
/// members are the runtime's.
/// </summary>
internal static class ObjectJsonEmitter
{
    /// <summary>Writes the fields that note which members were present.</summary>
    public static void WriteFields(SourceWriter writer, ObjectModel model)
    {
        bool isFirst = true;
        for (int word = 0; word < PropertyShape.Words(model); word++)
        {
            if (PropertyShape.IsTracked(model, word))
            {
                if (isFirst)
                {
                    writer.StartField();
                    writer.WriteLine($"// A bit for each member that was read or set, null included: the others are not sent.");
                    isFirst = false;
                }

                writer.StartField();
                writer.WriteLine($"private ulong {PropertyShape.SetField(word)};");
            }
        }

        foreach (PropertyModel property in model.Properties)
        {
            if (PropertyShape.IsKept(property))
            {
                writer.StartField();
                writer.WriteLine($"""
                    // Values that their types cannot hold exactly, as they were read, to be sent back.
                    private {RuntimeNames.JsonKept}? {PropertyShape.KeptField};
                    """);
                break;
            }
        }
    }

    /// <summary>Writes the methods.</summary>
    public static void Emit(SourceWriter writer, ObjectModel model, CSharpText name)
    {
        WriteReader(writer, model, name);
        WriteWriter(writer, model);
    }

    private static void WriteReader(SourceWriter writer, ObjectModel model, CSharpText name)
    {
        CSharpText seed = PropertyShape.HasSeed(model)
            ? CSharpText.Of($"default({RuntimeNames.JsonSeed})")
            : CSharpText.None;
        MemberText.StartHidden(writer);
        writer.WriteLine($$"""
            public static {{name}} ReadJson(ref {{RuntimeNames.ApiJsonReader}} reader)
            {
                if (!{{RuntimeNames.JsonMembers}}.Start(ref reader))
                {
                    return null!;
                }

                var value = new {{name}}({{seed}});
                var members = new {{RuntimeNames.JsonMembers}}({{MembersArguments(model)}});
            """);
        writer.Indentation++;
        if (NameCount(model) <= SwitchBlocks.Cases)
        {
            writer.WriteLine($$"""
                while (true)
                {
                    switch (members.Next(ref reader))
                    {
                """);
            writer.Indentation += 2;
            for (int i = 0; i < NameCount(model); i++)
            {
                WriteCase(writer, model, i);
            }

            if (model.AdditionalProperties is not null)
            {
                writer.WriteLine($"case {RuntimeNames.JsonMembers}.Unknown: {Extension(model)} break;");
            }

            writer.WriteLine($"default:");
            writer.Indentation++;
            WriteEnd(writer, model);
            writer.Indentation--;
            writer.Close();
            writer.Close();
        }
        else
        {
            WriteManyCases(writer, model);
        }

        writer.Close();
    }

    private static void WriteManyCases(SourceWriter writer, ObjectModel model)
    {
        writer.WriteLine($$"""
            while (true)
            {
                int member = members.Next(ref reader);
                if (member < 0)
                {
            """);
        writer.Indentation += 2;
        if (model.AdditionalProperties is not null)
        {
            writer.WriteLine($$"""
                if (member == {{RuntimeNames.JsonMembers}}.Unknown)
                {
                    {{Extension(model)}}
                    continue;
                }
                """);
        }

        WriteEnd(writer, model);
        writer.Close();
        writer.WriteLine();
        SwitchBlocks.OverIndex(writer, CSharpText.Of($"member"), NameCount(model), index => WriteCase(writer, model, index));
        writer.Close();
    }

    private static void WriteCase(SourceWriter writer, ObjectModel model, int index)
    {
        PropertyModel? property = index < model.Properties.Count ? model.Properties[index] : null;
        if (property is null or { Declared.IsRead: false })
        {
            writer.WriteLine($"case {index}: reader.Json.TrySkip(); break;");
        }
        else
        {
            writer.WriteLine($"case {index}: value.{PropertyShape.Target(property)} = {ReadCall(property, index)}; break;");
        }
    }

    // Names without a property follow the properties.
    private static int NameCount(ObjectModel model) => model.Properties.Count + model.UndeclaredNames.Count;

    private static CSharpText Extension(ObjectModel model)
    {
        CSharpText types = TypeText.Arguments(model.AdditionalProperties!);
        CSharpText field = CSharpText.Field(model.AdditionalPropertiesName);
        return CSharpText.Of($"{RuntimeNames.JsonReading}.Extension{types}(ref reader, ref members, ref value.{field});");
    }

    // Presence is noted for members that can be unset.
    private static void WriteEnd(SourceWriter writer, ObjectModel model)
    {
        for (int word = 0; word < PropertyShape.Words(model); word++)
        {
            if (PropertyShape.IsTracked(model, word))
            {
                CSharpText seen = word == 0
                    ? CSharpText.Of($"Seen")
                    : CSharpText.Of($"SeenAt({word})");
                writer.WriteLine($"value.{PropertyShape.SetField(word)} = members.{seen};");
            }
        }

        writer.WriteLine($"return value;");
    }

    private static CSharpText MembersArguments(ObjectModel model)
    {
        List<string> names = [];
        foreach (PropertyModel property in model.Properties)
        {
            names.Add(property.JsonName);
        }

        names.AddRange(model.UndeclaredNames);
        int words = PropertyShape.Words(model);
        CSharpText required = Masks(words, word => PropertyShape.Mask(model, word, static property => property.IsRequired));
        CSharpText sent = Masks(words, word => PropertyShape.Mask(model, word, static property => property is { IsRequired: true, IsReadOnly: false }));
        CSharpText nullable = Masks(words, word => PropertyShape.NullableMask(model, word));
        if (model.Properties.Any(static property => property is { IsRequired: true, IsReadOnly: true }))
        {
            // Constants in a conditional expression keep their own type.
            CSharpText suffix = words == 1 ? CSharpText.Of($"UL") : CSharpText.None;
            required = CSharpText.Of($"reader.IsSentByCaller ? {sent}{suffix} : {required}{suffix}");
        }

        CSharpText masks = CSharpText.Of($"{required}, {nullable}");
        CSharpText unknown = model.AdditionalProperties is null ? CSharpText.None : CSharpText.Of($", keepUnknown: true");
        return CSharpText.Of($"{CSharpText.Utf8Lines(names)}, {masks}{unknown}");
    }

    private static CSharpText Masks(int words, Func<int, CSharpText> mask) =>
        words == 1 ? mask(0) : CSharpText.Of($"[{CSharpText.List(Enumerable.Range(0, words).Select(mask))}]");

    private static CSharpText ReadCall(PropertyModel property, int index)
    {
        if (property.Constant is { } constant && !property.IsDeclaredByUser)
        {
            bool isOptional = property.Type.IsValueType && PropertyShape.IsNullable(property);
            CSharpText method = isOptional ? CSharpText.Of($"OptionalConstant") : CSharpText.Of($"Constant");
            return CSharpText.Of($"{RuntimeNames.JsonReading}.{method}(ref reader, {PropertyShape.Literal(constant)})");
        }

        if (property.Type is AnyType && !property.IsDeclaredByUser)
        {
            return CSharpText.Of($"{RuntimeNames.LazyElement}.Read(ref reader)");
        }

        bool isOptionalValue = property.Type.IsValueType && PropertyShape.IsNullable(property);
        if (PropertyShape.IsKept(property))
        {
            CSharpText method = isOptionalValue ? CSharpText.Of($"ReadOptional") : CSharpText.Of($"Read");
            CSharpText types = TypeText.Arguments(property.Type);
            return CSharpText.Of($"{RuntimeNames.JsonKept}.{method}{types}(ref reader, ref value.{PropertyShape.KeptField}, {index})");
        }

        return isOptionalValue ? PlainCodecs.ReadOptional(property.Type) : PlainCodecs.Read(property.Type);
    }

    private static void WriteWriter(SourceWriter writer, ObjectModel model)
    {
        writer.StartMember();
        writer.WriteLine($$"""
            void {{RuntimeNames.IApiModel}}.WriteJson({{FrameworkNames.Utf8JsonWriter}} writer)
            {
                writer.WriteStartObject();
            """);
        writer.Indentation++;
        // System.Text.Json refuses an object whose discriminator is not its first member.
        foreach (int i in Enumerable.Range(0, model.Properties.Count).OrderBy(i => model.Properties[i].Discriminator is null))
        {
            PropertyModel property = model.Properties[i];
            if (!property.IsReadOnly && property.Declared is not { IsWritten: false })
            {
                WriteMember(writer, property, i);
            }
        }

        if (model.AdditionalProperties is { } additional)
        {
            CSharpText field = CSharpText.Field(model.AdditionalPropertiesName);
            writer.WriteLine($"{RuntimeNames.JsonWriting}.Extension{TypeText.Arguments(additional)}(writer, {field});");
        }

        writer.WriteLine($"writer.WriteEndObject();");
        writer.Close();
    }

    private static void WriteMember(SourceWriter writer, PropertyModel property, int index)
    {
        if (property.Discriminator is { } discriminator && !property.IsDeclaredByUser)
        {
            WriteDiscriminator(writer, property, discriminator);
            return;
        }

        bool isLazy = property.Type is AnyType && !property.IsDeclaredByUser;
        bool isValue = property.Type.IsValueType && PropertyShape.IsNullable(property);
        CSharpText method = property.Presence switch
        {
            // A value that cannot be null is always there.
            _ when property.Type.IsValueType && !isValue => CSharpText.Of($"Required"),
            PropertyPresence.Required => CSharpText.Of($"Required"),
            PropertyPresence.Optional => CSharpText.Of($"Optional"),
            _ => CSharpText.Of($"Tracked"),
        };
        CSharpText suffix = isValue ? CSharpText.Of($"Value") : CSharpText.None;
        CSharpText call = isLazy
            ? CSharpText.Of($"{RuntimeNames.LazyElement}.{method}")
            : CSharpText.Of($"{PlainCodecs.Writing(property.Type)}.{method}{suffix}{PlainCodecs.TypeArguments(property.Type)}");
        CSharpText isSet = property.Presence == PropertyPresence.Tracked
            ? CSharpText.Of($", ({PropertyShape.SetFieldOf(index)} & {PropertyShape.BitOf(index)}) != 0")
            : CSharpText.None;
        CSharpText arguments = CSharpText.Of($"{CSharpText.Utf8Literal(property.JsonName)}, {Member(property)}");
        if (!PropertyShape.IsKept(property))
        {
            writer.WriteLine($"{call}(writer, {arguments}{isSet});");
            return;
        }

        CSharpText keptCall = CSharpText.Of($"Write{suffix}{TypeText.Arguments(property.Type)}");
        writer.WriteLine($"if ({PropertyShape.KeptField}?.{keptCall}(writer, {index}, {arguments}) != true)");
        writer.Open();
        writer.WriteLine($"{call}(writer, {arguments}{isSet});");
        writer.Close();
    }

    // The class decides which value is written, whatever the property holds.
    private static void WriteDiscriminator(SourceWriter writer, PropertyModel property, PropertyDiscriminatorModel discriminator)
    {
        CSharpText name = CSharpText.Utf8Literal(property.JsonName);
        CSharpText values = CSharpText.Utf8Lines(discriminator.Values);
        if (property.Type is ScalarType { Scalar.Type.Name: "string" })
        {
            writer.WriteLine($"{RuntimeNames.JsonDiscriminator}.Write(writer, {name}, {Member(property)}, {values});");
        }
        else
        {
            CSharpText areStrings = CSharpText.BooleanLiteral(discriminator.AreStrings);
            writer.WriteLine($"""
                {RuntimeNames.JsonDiscriminator}.Write{TypeText.Arguments(property.Type)}(writer, {name}, {Member(property)}, {values}, {areStrings});
                """);
        }
    }

    // A property of the user can be called like the parameter.
    private static CSharpText Member(PropertyModel property)
    {
        CSharpText target = PropertyShape.Target(property);
        return property.Name == "writer" ? CSharpText.Of($"this.{target}") : target;
    }
}
