using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Methods;
using ClerkGen.Generator.Translation.Names;
using ClerkGen.Generator.Translation.Schemas;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>Translates an operation's path template and parameters.</summary>
internal sealed class ParameterTranslator(
    TranslationContext context, SchemaTranslator schemas, ParameterTypeNames typeNames, ClientParameters clientParameters)
{
    private const int ComparedInAStep = 16;

    // Other names in the emitted methods and their bodies.
    private static readonly string[] MethodParameters = ["body", "parameters", "options", "cancellationToken", "request"];

    /// <summary>Plans the types of an operation's parameters.</summary>
    /// <exception cref="OperationProblemException">The path cannot be expressed.</exception>
    public ParameterPlan Plan(NamedOperation named)
    {
        PathTemplate template = PathTemplate.Parse(named.Source.Path);
        List<ParameterSource> sources = [.. named.Source.Parameters];
        MoveToQuery(template, sources, named);
        List<ParameterSource> inPath = OrderByTemplate(template, sources, named, out EquatableArray<PathPartModel> parts);
        List<ParameterSource> others = sources.FindAll(static source => source.Place != ParameterPlace.Path);
        if (others.Count > 0)
        {
            context.Names.Claim(IdentityOf(named), TypeNameOf(named), NameRank.Operation);
        }

        return new ParameterPlan(parts, inPath.ConvertAll(source => Plan(source, named)), others.ConvertAll(source => Plan(source, named)));
    }

    /// <summary>Translates.</summary>
    public OperationParameters Translate(NamedOperation named, ParameterPlan plan) =>
        new(plan.Path, TranslatePath(plan.InPath, named), TranslateOthers(plan.Others, named, out ParametersModel? model), model)
        {
            HasIdempotencyKey = plan.Others.Exists(other => IdempotencyKeys.IsFilledIn(other.Source, named.Source.Method)),
        };

    private static string IdentityOf(NamedOperation named) => named.Source.Pointer + "/parameters";

    private static string TypeNameOf(NamedOperation named) => Identifiers.Join(named.TypeStem, "Parameters");

    // OpenAPI has no query in a path. A document with one means that these parameters are sent in it, whatever their 'in' is.
    private void MoveToQuery(PathTemplate template, List<ParameterSource> sources, NamedOperation named)
    {
        foreach ((string name, string parameter) in template.Query)
        {
            context.Budget.Spend(1 + (sources.Count / ComparedInAStep));
            if (sources.Exists(source => source.Place == ParameterPlace.Query && source.Name == name))
            {
                continue;
            }

            int index = sources.FindIndex(source => source.Place is ParameterPlace.Path or ParameterPlace.Query && source.Name == parameter);
            if (index < 0)
            {
                sources.Add(Undeclared(parameter, named).InQuery(name));
                continue;
            }

            context.Diagnostics.Report(DiagnosticDescriptors.QueryInPath, sources[index].Pointer, parameter, named.Source.Path, name);
            ParameterSource moved = sources[index].InQuery(name);
            if (template.Parts.Any(part => part.Parameter == parameter))
            {
                sources.Add(moved);
            }
            else
            {
                sources[index] = moved;
            }
        }
    }

    // Parameters in the order of the template. Each occurs once, even if the template names it again.
    private List<ParameterSource> OrderByTemplate(
        PathTemplate template, List<ParameterSource> sources, NamedOperation named, out EquatableArray<PathPartModel> parts)
    {
        List<ParameterSource> ordered = [];
        Dictionary<ParameterSource, int> indexes = [];
        Dictionary<string, ParameterSource> inPath = new(StringComparer.Ordinal);
        foreach (ParameterSource source in sources)
        {
            if (source.Place == ParameterPlace.Path)
            {
                inPath[source.Name] = source;
            }
        }

        List<PathPartModel> models = [];
        foreach (PathTemplatePart part in template.Parts)
        {
            if (part.Literal is not null)
            {
                models.Add(new PathPartModel(part.Literal, -1));
                continue;
            }

            if (!inPath.TryGetValue(part.Parameter, out ParameterSource? parameter)
                && !inPath.TryGetValue(part.Parameter.Trim('.', ';', '*', '+'), out parameter))
            {
                parameter = Undeclared(part.Parameter, named);
                inPath.Add(part.Parameter, parameter);
            }

            if (!indexes.TryGetValue(parameter, out int index))
            {
                index = ordered.Count;
                indexes.Add(parameter, index);
                ordered.Add(parameter);
            }

            models.Add(new PathPartModel(null, index));
        }

        foreach (ParameterSource source in sources)
        {
            if (source.Place == ParameterPlace.Path && !indexes.ContainsKey(source))
            {
                context.Diagnostics.Report(
                    DiagnosticDescriptors.ParameterLeftOut, source.Pointer, source.Name,
                    $"the path '{named.Source.Path}' does not contain it");
            }
        }

        parts = models.ToEquatableArray();
        return ordered;
    }

    private ParameterSource Undeclared(string name, NamedOperation named)
    {
        context.Diagnostics.Report(DiagnosticDescriptors.UndeclaredPathParameter, named.Source.Pointer, name, named.Source.Path);
        OpenApiParameter parameter = new() { Name = name, In = ParameterLocation.Path, Required = true };
        return new ParameterSource(parameter, name, ParameterPlace.Path, named.Source.Pointer);
    }

    private EquatableArray<ParameterModel> TranslatePath(List<PlannedParameter> parameters, NamedOperation named)
    {
        UniqueNames names = new(StringComparer.Ordinal, context.Budget, Identifiers.Join);
        names.Reserve(MethodParameters);
        List<ParameterModel> models = [];
        foreach (PlannedParameter parameter in parameters)
        {
            string wanted = Identifiers.Camel(ChosenNames.Find(parameter.Source.Parameter) ?? parameter.Source.Name, "value");
            models.Add(Translate(parameter, names.Take(wanted, wanted + "Value"), named));
        }

        return models.ToEquatableArray();
    }

    private ParametersReference? TranslateOthers(List<PlannedParameter> others, NamedOperation named, out ParametersModel? model)
    {
        model = null;
        if (others.Count == 0)
        {
            return null;
        }

        string typeName = context.Names.Get(IdentityOf(named), TypeNameOf(named));
        string[] names = NameProperties(others.ConvertAll(static other => other.Source), typeName, named);
        List<ParameterModel> models = [];
        for (int i = 0; i < names.Length; i++)
        {
            models.Add(Translate(others[i], names[i], named));
        }

        EquatableArray<ParameterModel> parameters = models.ToEquatableArray();
        DocModel doc = new($"Parameters of {named.Source.Title}.", null);
        model = new ParametersModel(
            HintNames.Of(context.Options, typeName), context.Options.Namespace, context.Options.Accessibility, typeName, doc, parameters);
        EmittedType type = new(new QualifiedTypeName(context.Options.Namespace, typeName), IsValue: false, HasText: false);
        return new ParametersReference(type, models.Exists(static parameter => parameter.IsRequired), parameters);
    }

    private string[] NameProperties(List<ParameterSource> sources, string typeName, NamedOperation named)
    {
        List<MemberName> members = [];
        Dictionary<string, ParameterPlace> firstPlaces = new(StringComparer.Ordinal);
        foreach (ParameterSource source in sources)
        {
            string name = Identifiers.Pascal(source.Name, "Value");
            firstPlaces[name] = firstPlaces.TryGetValue(name, out ParameterPlace place) && place < source.Place ? place : source.Place;
        }

        foreach (ParameterSource source in sources)
        {
            string? chosen = context.UserNames.FindMember(typeName, source.Name) ?? ChosenNames.Find(source.Parameter);
            string wanted = Identifiers.Pascal(chosen ?? source.Name, "Value");

            // A header or cookie next to a query parameter of the same name gets its kind as a word.
            bool isClash = source.Place != ParameterPlace.Query && firstPlaces.TryGetValue(wanted, out ParameterPlace first) && first < source.Place;
            members.Add(new MemberName(source.Name, isClash ? Identifiers.Join(wanted, source.Place.ToString()) : wanted, chosen is not null));
        }

        return new MemberNames(typeName, context.Budget).Assign(members, named.Source.Pointer, context.Diagnostics);
    }

    private PlannedParameter Plan(ParameterSource source, NamedOperation named)
    {
        IOpenApiParameter parameter = source.Parameter;
        List<MediaTypeEntry> content = MediaTypes.Read(parameter.Content, source.Pointer);
        MediaTypeEntry? json = MediaTypes.Find(content, MediaTypeKind.Json);

        // A whole query string is an object whose members are separate parameters.
        MediaTypeEntry? form = ParameterSource.FormOf(parameter) is null ? null : MediaTypes.Find(content, MediaTypeKind.Form);
        if (form is not null)
        {
            ReportEncodings(form, source.Name);
        }

        MediaTypeEntry? described = form ?? json;
        IOpenApiSchema? schema = content.Count > 0 ? (described ?? content[0]).Content.Schema : parameter.Schema;
        string pointer = content.Count > 0 ? (described ?? content[0]).Pointer + "/schema" : source.Pointer + "/schema";
        PlannedType type = schema is null || (content.Count > 0 && described is null)
            ? PlannedType.String
            : PlanSchema(schema, pointer, source, named);
        return new PlannedParameter(source, type, json is not null && form is null, form is not null);
    }

    private ParameterModel Translate(PlannedParameter planned, string name, NamedOperation named)
    {
        ParameterSource source = planned.Source;
        IOpenApiParameter parameter = source.Parameter;
        TypeReference type = schemas.TypeOf(planned.Type);
        ParameterSerialization style = ParameterStyles.Of(source.Place, parameter.Style);
        DocModel doc = OperationDocs.OfParameter(source);
        if (NoteOf(source, named) is { } note)
        {
            doc = doc with { Remarks = doc.Remarks is null ? note : doc.Remarks + "\n\n" + note };
        }

        context.Output.AddMember(doc, type);
        return new ParameterModel(
            source.Name,
            name,
            source.Place,
            type is ListType ? new ListType(type.FindItem()!) : type,
            style,
            style == ParameterSerialization.DeepObject || parameter.Explode,
            parameter.AllowReserved && (source.Place == ParameterPlace.Query || (source.Place == ParameterPlace.Path && context.Version >= 32)),
            planned.IsJson,
            source.Place == ParameterPlace.Path || (parameter.Required && NoteOf(source, named) is null),
            parameter.Deprecated,
            doc)
        {
            IsQueryString = planned.IsQueryString,
        };
    }

    // Members of a query string are written in one form; an encoding that asks for it is obeyed, another is not.
    private void ReportEncodings(MediaTypeEntry form, string parameter)
    {
        foreach (KeyValuePair<string, OpenApiEncoding> pair in form.Content.Encoding ?? Enumerable.Empty<KeyValuePair<string, OpenApiEncoding>>())
        {
            OpenApiEncoding encoding = pair.Value;
            bool isOther = encoding.Style is { } style && style != ParameterStyle.Form;
            bool isCompact = ParameterStyles.StatedExplode(encoding) == false;
            bool isOtherType = encoding.ContentType is { } contentType && !MediaTypes.IsJson(contentType) && !MediaTypes.IsText(contentType);
            if (isOther || isCompact || isOtherType || encoding.AllowReserved == true)
            {
                context.Diagnostics.Report(
                    DiagnosticDescriptors.QueryStringEncoding, JsonPointers.Join(form.Pointer, "encoding", pair.Key), pair.Key, parameter);
            }
        }
    }

    // The source of a parameter that the call omits, or null.
    private string? NoteOf(ParameterSource source, NamedOperation named) =>
        clientParameters.OptionOf(source) is { } option ? $"Overrides the client's option '{option}' for this call."
        : IdempotencyKeys.IsFilledIn(source, named.Source.Method) ? "The client creates a key for each call without one, and sends it with each attempt."
        : null;

    private PlannedType PlanSchema(IOpenApiSchema schema, string pointer, ParameterSource source, NamedOperation named)
    {
        SuggestedName suggested = typeNames.Suggest(source, named);
        if (schema is not OpenApiSchemaReference && schema.Items is { } items and not OpenApiSchemaReference)
        {
            // One value of a list of them is called like a single one would be: Status, not StatusItem.
            schemas.Plan(items, pointer + "/items", suggested, SchemaUse.Sent);
        }

        string? path = source.Place == ParameterPlace.Path ? named.Source.Path : null;
        return schemas.PlanParameter(schema, pointer, suggested, source.Name, path);
    }
}

/// <summary>The result of translating an operation's path and parameters.</summary>
/// <param name="Path">The template.</param>
/// <param name="PathParameters">In template order.</param>
/// <param name="Reference">All others, or null when there are none.</param>
/// <param name="Model">The class of the others, or null.</param>
internal sealed record OperationParameters(
    EquatableArray<PathPartModel> Path, EquatableArray<ParameterModel> PathParameters, ParametersReference? Reference, ParametersModel? Model)
{
    /// <summary>Whether the header <c>Idempotency-Key</c> is among them, and the client may fill it in.</summary>
    public bool HasIdempotencyKey { get; init; }
}

/// <summary>An operation's path and its parameters with their planned types.</summary>
/// <param name="Path">The template.</param>
/// <param name="InPath">In template order.</param>
/// <param name="Others">All others.</param>
internal sealed record ParameterPlan(EquatableArray<PathPartModel> Path, List<PlannedParameter> InPath, List<PlannedParameter> Others);

/// <summary>A parameter with its planned type.</summary>
/// <param name="Source">The parameter.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsJson">Whether its value is JSON.</param>
/// <param name="IsQueryString">Whether it is the whole query string.</param>
internal sealed record PlannedParameter(ParameterSource Source, PlannedType Type, bool IsJson, bool IsQueryString);
