using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit;

/// <summary>
/// Prints the reader and writer of a class: a table of names and a line per member; finding the member, nulls, unknown and missing
/// members are the runtime's.
/// </summary>
internal static class ObjectJsonEmitter
{
    private const int CasesOfSwitch = 256;

    public static void Emit(SourceWriter writer, ObjectModel model, CSharpText name)
    {
        for (int word = 0; word < PropertyShape.Words(model); word++)
        {
            if (PropertyShape.IsTracked(model, word))
            {
                writer.WriteLine($"private ulong {PropertyShape.SetField(word)};");
            }
        }

        WriteReader(writer, model, name);
        WriteWriter(writer, model, name);
    }

    private static void WriteReader(SourceWriter writer, ObjectModel model, CSharpText name)
    {
        CSharpText seed = PropertyShape.HasSeed(model)
            ? CSharpText.Template("default(") + RuntimeNames.JsonSeed + CSharpText.Template(")")
            : CSharpText.None;
        writer.WriteLine($$"""
            /// <inheritdoc/>
            public static {{name}} ReadJson(ref {{RuntimeNames.ApiJsonReader}} reader)
            {
                if (!{{RuntimeNames.JsonMembers}}.Start(ref reader)) return null!;
                var value = new {{name}}({{seed}});
                var members = new {{RuntimeNames.JsonMembers}}({{MembersArguments(model)}});
            """);
        writer.Indentation++;
        if (model.Properties.Count <= CasesOfSwitch)
        {
            writer.WriteLine($$"""
                while (true) switch (members.Next(ref reader))
                {
                """);
            writer.Indentation++;
            WriteCases(writer, model, 0, model.Properties.Count);
            if (model.AdditionalProperties is not null)
            {
                writer.WriteLine($"case {RuntimeNames.JsonMembers}.Unknown: {Extension(model)} break;");
            }

            writer.WriteLine($"default: {End(model)}return value;");
        }
        else
        {
            WriteManyCases(writer, model);
        }

        writer.Indentation--;
        writer.WriteLine($"}}");
        writer.Indentation--;
        writer.WriteLine($"}}");
    }

    // The compiler keeps, for each case of a switch, what is left when it does not match: the memory grows with the square of the cases.
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

        writer.WriteLine($"{End(model)}return value;");
        writer.Close();
        writer.WriteLine($"switch (member / {CasesOfSwitch})");
        writer.Open();
        for (int from = 0; from < model.Properties.Count; from += CasesOfSwitch)
        {
            writer.WriteLine($"case {from / CasesOfSwitch}: switch (member)");
            writer.Open();
            WriteCases(writer, model, from, Math.Min(model.Properties.Count, from + CasesOfSwitch));
            writer.Close();
            writer.WriteLine($"break;");
        }

        writer.Close();
    }

    private static void WriteCases(SourceWriter writer, ObjectModel model, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            PropertyModel property = model.Properties[i];
            if (property.Declared is { IsRead: false })
            {
                writer.WriteLine($"case {i}: reader.Json.Skip(); break;");
            }
            else
            {
                writer.WriteLine($"case {i}: value.{PropertyShape.Target(property)} = {ReadCall(property)}; break;");
            }
        }
    }

    private static CSharpText Extension(ObjectModel model) =>
        RuntimeNames.JsonReading + CSharpText.Template(".Extension") + MemberText.TypeArguments(model.AdditionalProperties!)
        + CSharpText.Template("(ref reader, ref members, ref value.") + CSharpText.Field(model.AdditionalPropertiesName) + CSharpText.Template(");");

    // What was read is noted for members that can be unset.
    private static CSharpText End(ObjectModel model)
    {
        CSharpText end = CSharpText.None;
        for (int word = 0; word < PropertyShape.Words(model); word++)
        {
            if (PropertyShape.IsTracked(model, word))
            {
                CSharpText seen = word == 0
                    ? CSharpText.Template("members.Seen; ")
                    : CSharpText.Template("members.SeenAt(") + CSharpText.Number(word) + CSharpText.Template("); ");
                end += CSharpText.Template("value.") + PropertyShape.SetField(word) + CSharpText.Template(" = ") + seen;
            }
        }

        return end;
    }

    private static CSharpText MembersArguments(ObjectModel model)
    {
        List<string> names = [];
        foreach (PropertyModel property in model.Properties)
        {
            names.Add(property.JsonName);
        }

        int words = PropertyShape.Words(model);
        CSharpText required = CSharpText.None;
        CSharpText nullable = CSharpText.None;
        for (int word = 0; word < words; word++)
        {
            CSharpText separator = word == 0 ? CSharpText.None : CSharpText.Template(", ");
            required += separator + PropertyShape.Mask(model, word, static property => property.IsRequired);
            nullable += separator + PropertyShape.Mask(model, word, static property => property.IsNullable);
        }

        CSharpText masks = words == 1
            ? required + CSharpText.Template(", ") + nullable
            : CSharpText.Template("[") + required + CSharpText.Template("], [") + nullable + CSharpText.Template("]");
        CSharpText unknown = model.AdditionalProperties is null ? CSharpText.None : CSharpText.Template(", keepUnknown: true");
        return CSharpText.Utf8Lines(names) + CSharpText.Template(", ") + masks + unknown;
    }

    private static CSharpText ReadCall(PropertyModel property)
    {
        if (property.Constant is { } constant && !property.IsDeclaredByUser)
        {
            return RuntimeNames.JsonReading + CSharpText.Template(".Constant(ref reader, ") + PropertyShape.Literal(constant)
                + CSharpText.Template(")");
        }

        return property.Type.Kind == TypeKind.Any && !property.IsDeclaredByUser
            ? RuntimeNames.LazyElement + CSharpText.Template(".Read(ref reader)")
            : PlainCodecs.Read(property.Type);
    }

    private static void WriteWriter(SourceWriter writer, ObjectModel model, CSharpText name)
    {
        writer.WriteLine($$"""
            /// <inheritdoc/>
            public static void WriteJson({{FrameworkNames.Utf8JsonWriter}} writer, {{name}} value)
            {
                writer.WriteStartObject();
            """);
        writer.Indentation++;
        for (int i = 0; i < model.Properties.Count; i++)
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
            writer.WriteLine($"{RuntimeNames.JsonWriting}.Extension{MemberText.TypeArguments(additional)}(writer, value.{field});");
        }

        writer.WriteLine($"writer.WriteEndObject();");
        writer.Close();
    }

    private static void WriteMember(SourceWriter writer, PropertyModel property, int index)
    {
        bool isLazy = property.Type.Kind == TypeKind.Any && !property.IsDeclaredByUser;
        bool isValue = property.Type.IsValueType && PropertyShape.IsNullable(property);
        CSharpText method = property.Presence switch
        {
            // A value that cannot be null is always there.
            _ when property.Type.IsValueType && !isValue => CSharpText.Template(".Required"),
            PropertyPresence.Required => CSharpText.Template(".Required"),
            PropertyPresence.Optional => CSharpText.Template(".Optional"),
            _ => CSharpText.Template(".Tracked"),
        };
        CSharpText call = isLazy
            ? RuntimeNames.LazyElement + method
            : PlainCodecs.Writing(property.Type) + method + (isValue ? CSharpText.Template("Value") : CSharpText.None)
                + PlainCodecs.TypeArguments(property.Type);
        CSharpText isSet = property.Presence == PropertyPresence.Tracked
            ? CSharpText.Template(", (value.") + PropertyShape.SetFieldOf(index) + CSharpText.Template(" & ") + PropertyShape.BitOf(index)
                + CSharpText.Template(") != 0")
            : CSharpText.None;
        writer.WriteLine($"{call}(writer, {CSharpText.Utf8Literal(property.JsonName)}, value.{PropertyShape.Target(property)}{isSet});");
    }
}
