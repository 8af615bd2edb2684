using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>
/// The parameters of an operation's methods: path parameters in template order, the body, the parameters object, options, cancellation.
/// </summary>
internal static class SignatureText
{
    private static readonly CSharpText Comma = CSharpText.Template(", ");

    /// <summary>The parameter list of the public methods.</summary>
    public static CSharpText Parameters(OperationModel operation) =>
        Own(operation, hasDefaults: true) + (HasOwn(operation) ? Comma : CSharpText.None) + RuntimeNames.RequestOptions
        + CSharpText.Template("? options = null, ") + FrameworkNames.CancellationToken
        + CSharpText.Template(" cancellationToken = default");

    /// <summary>The types of the public methods' parameters, as references in documentation name them.</summary>
    public static CSharpText CrefParameters(OperationModel operation)
    {
        CSharpText text = CSharpText.None;
        foreach (ParameterModel parameter in operation.PathParameters)
        {
            Add(parameter.Type, isRequired: true);
        }

        if (operation.Body is { } body)
        {
            Add(body.Type, body.IsRequired);
        }

        if (operation.Parameters is { } parameters)
        {
            Add(parameters.Type, isRequired: true);
        }

        return text + Separator(text) + RuntimeNames.RequestOptions + Comma + FrameworkNames.CancellationToken;

        void Add(TypeReference type, bool isRequired)
        {
            CSharpText mark = type.IsValueType && !isRequired ? CSharpText.Template("?") : CSharpText.None;
            text += Separator(text) + TypeText.Cref(type) + mark;
        }
    }

    /// <summary>The parameter list of the method that builds the request.</summary>
    public static CSharpText RequestParameters(OperationModel operation) => Own(operation, hasDefaults: false);

    /// <summary>The call of the method that builds the request.</summary>
    public static CSharpText RequestCall(OperationModel operation)
    {
        CSharpText arguments = CSharpText.None;
        foreach (ParameterModel parameter in operation.PathParameters)
        {
            arguments += Separator(arguments) + CSharpText.Parameter(parameter.Name);
        }

        if (operation.Body is { } body)
        {
            arguments += Separator(arguments) + CSharpText.Parameter(body.Name);
        }

        if (operation.Parameters is not null)
        {
            arguments += Separator(arguments) + CSharpText.Template("parameters");
        }

        return CSharpText.Identifier("", operation.FormOf ?? operation.Name, "Request") + CSharpText.Template("(") + arguments + CSharpText.Template(")");
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
                writer, CSharpText.Template("parameters"), CSharpText.Template("Query and header parameters."));
        }

        MemberText.WriteParameterDoc(writer, CSharpText.Template("options"), CSharpText.Template("Overrides the client's options for this call."));
        MemberText.WriteParameterDoc(writer, CSharpText.Template("cancellationToken"), CSharpText.Template("Cancels the call."));
    }

    /// <summary>Whether a body or the parameters can be left out.</summary>
    public static bool HasOptional(OperationModel operation) =>
        operation.Body is { IsRequired: false } || operation.Parameters is { IsRequired: false };

    /// <summary>The parameter list of an extension method without what can be left out.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="group">The group's class.</param>
    public static CSharpText ShortParameters(OperationModel operation, CSharpText group)
    {
        CSharpText text = CSharpText.Template("this ") + group + CSharpText.Template(" operations");
        foreach (ParameterModel parameter in operation.PathParameters)
        {
            text += Comma + Parameter(parameter.Type, ShortName(parameter.Name), isRequired: true, hasDefault: false);
        }

        if (operation.Body is { IsRequired: true } body)
        {
            text += Comma + Parameter(body.Type, ShortName(body.Name), isRequired: true, hasDefault: false);
        }

        if (operation.Parameters is { IsRequired: true } parameters)
        {
            text += Comma + Parameter(parameters.Type, CSharpText.Template("parameters"), isRequired: true, hasDefault: false);
        }

        return text + Comma + RuntimeNames.RequestOptions + CSharpText.Template(" options, ") + FrameworkNames.CancellationToken
            + CSharpText.Template(" cancellationToken = default");
    }

    /// <summary>The arguments with which such a method calls the group's.</summary>
    public static CSharpText ShortArguments(OperationModel operation)
    {
        CSharpText text = CSharpText.None;
        foreach (ParameterModel parameter in operation.PathParameters)
        {
            text += Separator(text) + ShortName(parameter.Name);
        }

        if (operation.Body is { } body)
        {
            text += Separator(text) + (body.IsRequired ? ShortName(body.Name) : CSharpText.Template("null"));
        }

        if (operation.Parameters is { } parameters)
        {
            text += Separator(text) + (parameters.IsRequired ? CSharpText.Template("parameters") : CSharpText.Template("null"));
        }

        return text + CSharpText.Template(", options, cancellationToken");
    }

    // The group itself is a parameter of the extension.
    private static CSharpText ShortName(string name) => CSharpText.Parameter(name == "operations" ? "operations1" : name);

    private static bool HasOwn(OperationModel operation) =>
        operation.PathParameters.Count > 0 || operation.Body is not null || operation.Parameters is not null;

    private static CSharpText Own(OperationModel operation, bool hasDefaults)
    {
        CSharpText text = CSharpText.None;
        foreach (ParameterModel parameter in operation.PathParameters)
        {
            text += Separator(text) + Parameter(parameter.Type, CSharpText.Parameter(parameter.Name), isRequired: true, hasDefault: false);
        }

        bool isParametersRequired = operation.Parameters is { IsRequired: true };
        if (operation.Body is { } body)
        {
            // A parameter with a default cannot precede one without.
            bool hasDefault = hasDefaults && !isParametersRequired;
            text += Separator(text) + Parameter(body.Type, CSharpText.Parameter(body.Name), body.IsRequired, hasDefault);
        }

        if (operation.Parameters is { } parameters)
        {
            text += Separator(text) + Parameter(parameters.Type, CSharpText.Template("parameters"), parameters.IsRequired, hasDefaults);
        }

        return text;
    }

    private static CSharpText Parameter(TypeReference type, CSharpText name, bool isRequired, bool hasDefault) =>
        MemberText.TypeName(type, !isRequired) + CSharpText.Template(" ") + name
        + (!isRequired && hasDefault ? CSharpText.Template(" = null") : CSharpText.None);

    private static CSharpText Separator(CSharpText before) => before.IsEmpty ? CSharpText.None : Comma;
}
