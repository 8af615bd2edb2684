using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>
/// The parameters of an operation's methods: path parameters in template order, the body, the parameters object, options, cancellation.
/// </summary>
internal static class SignatureText
{
    /// <summary>The parameter list of the public methods.</summary>
    public static CSharpText Parameters(OperationModel operation) => CSharpText.List(
    [
        .. Own(operation, hasDefaults: true),
        CSharpText.Of($"{RuntimeNames.RequestOptions}? options = null"),
        CSharpText.Of($"{FrameworkNames.CancellationToken} cancellationToken = default"),
    ]);

    /// <summary>The types of the public methods' parameters, as references in documentation name them.</summary>
    public static CSharpText CrefParameters(OperationModel operation)
    {
        List<CSharpText> types = [.. operation.PathParameters.Select(static parameter => TypeText.Cref(parameter.Type))];
        if (operation.Body is { } body)
        {
            CSharpText mark = body.Type.IsValueType && !body.IsRequired ? CSharpText.Of($"?") : CSharpText.None;
            types.Add(CSharpText.Of($"{TypeText.Cref(body.Type)}{mark}"));
        }

        if (operation.Parameters is { } parameters)
        {
            types.Add(TypeText.Cref(parameters.Type));
        }

        return CSharpText.List([.. types, RuntimeNames.RequestOptions, FrameworkNames.CancellationToken]);
    }

    /// <summary>The parameter list of the method that builds the request.</summary>
    public static CSharpText RequestParameters(OperationModel operation) => CSharpText.List(Own(operation, hasDefaults: false));

    /// <summary>The call of the method that builds the request.</summary>
    public static CSharpText RequestCall(OperationModel operation)
    {
        List<CSharpText> arguments = [.. operation.PathParameters.Select(static parameter => CSharpText.Parameter(parameter.Name))];
        if (operation.Body is { } body)
        {
            arguments.Add(CSharpText.Parameter(body.Name));
        }

        if (operation.Parameters is not null)
        {
            arguments.Add(CSharpText.Of($"parameters"));
        }

        CSharpText method = CSharpText.Identifier("", operation.FormOf ?? operation.Name, "Request");
        return CSharpText.Of($"{method}({CSharpText.List(arguments)})");
    }

    /// <summary>Writes what each parameter means.</summary>
    public static void WriteParameterDocs(SourceWriter writer, OperationModel operation)
    {
        foreach (ParameterModel parameter in operation.PathParameters)
        {
            MemberText.WriteParameterDoc(writer, CSharpText.DocName(parameter.Name), CSharpText.Doc(parameter.Doc.Summary));
        }

        if (operation.Body is { } body)
        {
            MemberText.WriteParameterDoc(writer, CSharpText.DocName(body.Name), CSharpText.Doc(body.Doc.Summary));
        }

        if (operation.Parameters is not null)
        {
            MemberText.WriteParameterDoc(
                writer, CSharpText.Of($"parameters"), CSharpText.Of($"Query and header parameters."));
        }

        MemberText.WriteParameterDoc(writer, CSharpText.Of($"options"), CSharpText.Of($"Overrides the client's options for this call."));
        MemberText.WriteParameterDoc(writer, CSharpText.Of($"cancellationToken"), CSharpText.Of($"Cancels the call."));
    }

    /// <summary>Whether a body or the parameters can be left out.</summary>
    public static bool HasOptional(OperationModel operation) =>
        operation.Body is { IsRequired: false } || operation.Parameters is { IsRequired: false };

    /// <summary>The parameter list of an extension method without what can be left out.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="group">The group's class.</param>
    public static CSharpText ShortParameters(OperationModel operation, CSharpText group)
    {
        List<CSharpText> list = [CSharpText.Of($"this {group} operations")];
        foreach (ParameterModel parameter in operation.PathParameters)
        {
            list.Add(Parameter(parameter.Type, ShortName(parameter.Name), isRequired: true, hasDefault: false));
        }

        if (operation.Body is { IsRequired: true } body)
        {
            list.Add(Parameter(body.Type, ShortName(body.Name), isRequired: true, hasDefault: false));
        }

        if (operation.Parameters is { IsRequired: true } parameters)
        {
            list.Add(Parameter(parameters.Type, CSharpText.Of($"parameters"), isRequired: true, hasDefault: false));
        }

        list.Add(CSharpText.Of($"{RuntimeNames.RequestOptions} options"));
        list.Add(CSharpText.Of($"{FrameworkNames.CancellationToken} cancellationToken = default"));
        return CSharpText.List(list);
    }

    /// <summary>The arguments with which such a method calls the group's.</summary>
    public static CSharpText ShortArguments(OperationModel operation)
    {
        List<CSharpText> list = [.. operation.PathParameters.Select(static parameter => ShortName(parameter.Name))];
        if (operation.Body is { } body)
        {
            list.Add(body.IsRequired ? ShortName(body.Name) : CSharpText.Of($"null"));
        }

        if (operation.Parameters is { } parameters)
        {
            list.Add(parameters.IsRequired ? CSharpText.Of($"parameters") : CSharpText.Of($"null"));
        }

        return CSharpText.List([.. list, CSharpText.Of($"options"), CSharpText.Of($"cancellationToken")]);
    }

    // The group itself is a parameter of the extension.
    private static CSharpText ShortName(string name) => CSharpText.Parameter(name == "operations" ? "operations1" : name);

    private static List<CSharpText> Own(OperationModel operation, bool hasDefaults)
    {
        List<CSharpText> list = [];
        foreach (ParameterModel parameter in operation.PathParameters)
        {
            list.Add(Parameter(parameter.Type, CSharpText.Parameter(parameter.Name), isRequired: true, hasDefault: false));
        }

        bool isParametersRequired = operation.Parameters is { IsRequired: true };
        if (operation.Body is { } body)
        {
            // A parameter with a default cannot precede one without.
            bool hasDefault = hasDefaults && !isParametersRequired;
            list.Add(Parameter(body.Type, CSharpText.Parameter(body.Name), body.IsRequired, hasDefault));
        }

        if (operation.Parameters is { } parameters)
        {
            list.Add(Parameter(parameters.Type, CSharpText.Of($"parameters"), parameters.IsRequired, hasDefaults));
        }

        return list;
    }

    private static CSharpText Parameter(TypeReference type, CSharpText name, bool isRequired, bool hasDefault)
    {
        CSharpText value = !isRequired && hasDefault ? CSharpText.Of($" = null") : CSharpText.None;
        return CSharpText.Of($"{MemberText.TypeName(type, !isRequired)} {name}{value}");
    }
}
