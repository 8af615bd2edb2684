using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Types;

/// <summary>Prints the class of an object schema; its JSON side is <see cref="ObjectJsonEmitter"/>'s.</summary>
internal static class ObjectEmitter
{
    public static void Emit(SourceWriter writer, ObjectModel model)
    {
        CSharpText name = CSharpText.Identifier(model.Name);
        CSharpText bases = model.HasJson ? CSharpText.Of($" : {RuntimeNames.IApiJson}<{name}>, {RuntimeNames.IApiModel}") : CSharpText.None;
        new TypeHeader(model, CSharpText.Of($"sealed partial class {name}{bases}"))
        {
            Doc = model.Doc,
            FirstAttributes = [DebuggerDisplay(model)],
            Attributes = model.HasJson ? [TypeHeader.Converter(model), CSharpText.Of($"[{RuntimeNames.ApiJsonAttribute}<{name}>]")] : [],
        }.Open(writer);
        WriteFields(writer, model);
        WriteConstructors(writer, model, name);
        for (int i = 0; i < model.Properties.Count; i++)
        {
            PropertyModel property = model.Properties[i];
            if (property.Declared is { } declared)
            {
                CSharpText onSet = property.Presence == PropertyPresence.Tracked ? PropertyShape.MarkSet(i) : CSharpText.None;
                DeclaredPropertyEmitter.Emit(writer, property.Name, property.Doc, declared, onSet);
            }
            else
            {
                PropertyEmitter.Emit(writer, property, i);
            }
        }

        if (model.AdditionalProperties is { } additional)
        {
            CSharpText type = TypeText.Of(additional);
            CSharpText property = CSharpText.Identifier(model.AdditionalPropertiesName);
            writer.StartMember();
            writer.WriteLine($$"""
                /// <summary>Members that the document does not list.</summary>
                {{MemberText.Access(model.AdditionalAccessibility)}} {{FrameworkNames.IDictionary}}<string, {{type}}> {{property}} => {{CSharpText.Field(model.AdditionalPropertiesName)}} ??= new();
                """);
        }

        WriteToString(writer, model);
        if (model.HasJson)
        {
            ObjectJsonEmitter.Emit(writer, model, name);
        }

        foreach (PropertyModel property in model.Properties)
        {
            if (property.Declared is { Codec: { } codec })
            {
                DeclaredPropertyEmitter.WriteCodec(writer, codec);
            }
        }

        writer.Close();
    }

    private static void WriteFields(SourceWriter writer, ObjectModel model)
    {
        foreach (PropertyModel property in model.Properties)
        {
            if (property.Declared is { } declared)
            {
                DeclaredPropertyEmitter.WriteField(writer, property.Name, property.Type.IsValueType, declared);
            }
            else if (PropertyShape.HasField(property))
            {
                PropertyEmitter.WriteField(writer, property);
            }
        }

        if (model.AdditionalProperties is { } additional)
        {
            CSharpText field = CSharpText.Field(model.AdditionalPropertiesName);
            writer.StartField();
            writer.WriteLine($"private {FrameworkNames.Dictionary}<string, {TypeText.Of(additional)}>? {field};");
        }

        if (model.HasJson)
        {
            ObjectJsonEmitter.WriteFields(writer, model);
        }
    }

    // An id distinguishes objects. Other members may be private.
    private static PropertyModel? FindId(ObjectModel model)
    {
        foreach (PropertyModel property in model.Properties)
        {
            if (property is { JsonName: "id", IsSecret: false, IsDeclaredByUser: false })
            {
                return property;
            }
        }

        return null;
    }

    // Debuggers show what ToString gives, where there is one.
    private static CSharpText DebuggerDisplay(ObjectModel model) => FindId(model) is { Type.IsScalar: false } id
        ? CSharpText.Of($"[{FrameworkNames.DebuggerDisplay}({CSharpText.Literal("{" + id.Name + "}")})]")
        : CSharpText.None;

    private static void WriteToString(SourceWriter writer, ObjectModel model)
    {
        if (model.UserPart is not { HasToString: true } && FindId(model) is { Type.IsScalar: true } id)
        {
            writer.StartMember();
            writer.WriteLine($"""
                /// <summary>Name of the type and id, for logs.</summary>
                public override string ToString() => {RuntimeNames.ApiModel}.Describe(this, {PropertyShape.Target(id)});
                """);
        }
    }

    private static void WriteConstructors(SourceWriter writer, ObjectModel model, CSharpText name)
    {
        if (!PropertyShape.HasSeed(model))
        {
            return;
        }

        if (model.UserPart is not { HasConstructor: true })
        {
            WritePublicConstructor(writer, model, name);
        }

        if (model.HasJson)
        {
            writer.StartMember();
            writer.WriteLine($"""
                // For the reader, which sets the members itself.
                {FrameworkNames.SetsRequiredMembers}
                private {name}({RuntimeNames.JsonSeed} seed) => seed.Leave();
                """);
        }
    }

    private static void WritePublicConstructor(SourceWriter writer, ObjectModel model, CSharpText name)
    {
        writer.StartMember();
        MemberText.WriteObsolete(writer, model.IsDeprecated, model.Doc);
        WritePresets(writer, model, name);
    }

    private static void WritePresets(SourceWriter writer, ObjectModel model, CSharpText name)
    {
        List<CSharpText> presets = [];
        foreach (PropertyModel property in model.Properties)
        {
            if (PropertyShape.Preset(property) is { } preset)
            {
                presets.Add(CSharpText.Of($"{PropertyShape.Target(property)} = {PropertyShape.Literal(preset)}"));
            }
            else if (PropertyShape.NeedsInitialValue(property))
            {
                presets.Add(CSharpText.Of($"{PropertyShape.Target(property)} = null!"));
            }
        }

        writer.WriteLine($"public {name}()");
        writer.Open();
        foreach (CSharpText preset in presets)
        {
            writer.WriteLine($"{preset};");
        }

        writer.Close();
    }
}
