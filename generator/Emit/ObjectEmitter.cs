using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit;

/// <summary>Prints the class of an object schema; its JSON side is <see cref="ObjectJsonEmitter"/>'s.</summary>
internal static class ObjectEmitter
{
    public static void Emit(SourceWriter writer, ObjectModel model)
    {
        CSharpText name = CSharpText.Identifier(model.Name);
        MemberText.WriteDoc(writer, model, model.Doc);
        WriteDebuggerDisplay(writer, model);
        if (model.HasJson)
        {
            MemberText.WriteConverter(writer, model);
            writer.WriteLine($"""
                [{RuntimeNames.ApiJsonAttribute}<{name}>]
                {MemberText.Access(model.Accessibility)} sealed partial class {name} : {RuntimeNames.IApiJson}<{name}>
                """);
        }
        else
        {
            writer.WriteLine($"{MemberText.Access(model.Accessibility)} sealed partial class {name}");
        }

        writer.Open();
        WriteConstructors(writer, model, name);
        for (int i = 0; i < model.Properties.Count; i++)
        {
            PropertyModel property = model.Properties[i];
            if (property.Declared is { } declared)
            {
                CSharpText onSet = property.Presence == PropertyPresence.Tracked ? PropertyShape.MarkSet(i) : CSharpText.None;
                DeclaredPropertyEmitter.Emit(writer, property.Name, property.Doc, property.Type.IsValueType, declared, onSet);
            }
            else
            {
                PropertyEmitter.Emit(writer, property, i);
            }
        }

        if (model.AdditionalProperties is { } additional)
        {
            CSharpText type = CSharpText.Type(additional.Name);
            CSharpText field = CSharpText.Field(model.AdditionalPropertiesName);
            CSharpText property = CSharpText.Identifier(model.AdditionalPropertiesName);
            writer.WriteLine($$"""
                private {{FrameworkNames.Dictionary}}<string, {{type}}>? {{field}};
                /// <summary>Members that the document does not list.</summary>
                {{MemberText.Access(model.AdditionalAccessibility)}} {{FrameworkNames.IDictionary}}<string, {{type}}> {{property}} => {{field}} ??= new();
                """);
        }

        if (model.HasJson)
        {
            ObjectJsonEmitter.Emit(writer, model, name);
        }

        writer.Close();
    }

    // Objects with an id are told apart by it; anything else in them may be nobody's business.
    private static void WriteDebuggerDisplay(SourceWriter writer, ObjectModel model)
    {
        foreach (PropertyModel property in model.Properties)
        {
            if (property is { JsonName: "id", IsSecret: false, IsDeclaredByUser: false })
            {
                writer.WriteLine($"[{FrameworkNames.DebuggerDisplay}({CSharpText.Literal("{" + property.Name + "}")})]");
            }
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
            writer.WriteLine($"{FrameworkNames.SetsRequiredMembers} private {name}({RuntimeNames.JsonSeed} seed) => seed.Leave();");
        }
    }

    private static void WritePublicConstructor(SourceWriter writer, ObjectModel model, CSharpText name)
    {
        writer.WriteLine($"/// <summary>Creates an instance.</summary>");
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
                presets.Add(PropertyShape.Target(property) + CSharpText.Template(" = ") + PropertyShape.Literal(preset));
            }
            else if (PropertyShape.NeedsInitialValue(property))
            {
                presets.Add(PropertyShape.Target(property) + CSharpText.Template(" = null!"));
            }
        }

        if (presets.Count == 0)
        {
            writer.WriteLine($$"""public {{name}}() { }""");
            return;
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
