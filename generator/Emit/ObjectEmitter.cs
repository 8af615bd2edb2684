using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit;

/// <summary>Prints the class of an object schema; its JSON side is <see cref="ObjectJsonEmitter"/>'s.</summary>
internal static class ObjectEmitter
{
    public static void Emit(SourceWriter writer, ObjectModel model)
    {
        CSharpText name = CSharpText.Identifier(model.Name);
        MemberText.WriteDoc(writer, model.Doc);
        bool hasJson = PropertyShape.HasJson(model);
        if (hasJson)
        {
            writer.WriteLine($"""
                [{RuntimeNames.JsonConverterAttribute}]
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
            if (!model.Properties[i].IsDeclaredByUser)
            {
                PropertyEmitter.Emit(writer, model.Properties[i], i);
            }
        }

        if (model.AdditionalProperties is { } additional)
        {
            CSharpText type = CSharpText.Type(additional.Name);
            CSharpText field = CSharpText.Field(model.AdditionalPropertiesName);
            CSharpText property = CSharpText.Identifier(model.AdditionalPropertiesName);
            writer.WriteLine($$"""
                private {{FrameworkNames.Dictionary}}<string, {{type}}>? {{field}};
                /// <summary>Members beside the properties.</summary>
                public {{FrameworkNames.IDictionary}}<string, {{type}}> {{property}} => {{field}} ??= new();
                """);
        }

        if (hasJson)
        {
            ObjectJsonEmitter.Emit(writer, model, name);
        }

        writer.Close();
    }

    private static void WriteConstructors(SourceWriter writer, ObjectModel model, CSharpText name)
    {
        if (!PropertyShape.HasSeed(model) && !model.IsDeprecated)
        {
            return;
        }

        writer.WriteLine($"/// <summary>Creates an instance.</summary>");
        MemberText.WriteObsolete(writer, model.IsDeprecated);
        WritePresets(writer, model, name);
        if (PropertyShape.HasJson(model))
        {
            writer.WriteLine($"{FrameworkNames.SetsRequiredMembers} private {name}({RuntimeNames.JsonSeed} seed) => seed.Leave();");
        }
    }

    private static void WritePresets(SourceWriter writer, ObjectModel model, CSharpText name)
    {
        List<CSharpText> presets = [];
        foreach (PropertyModel property in model.Properties)
        {
            if (!property.IsDeclaredByUser && property.Constant is { } constant)
            {
                presets.Add(PropertyShape.Target(property) + CSharpText.Template(" = ") + PropertyShape.Literal(constant));
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
