using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.ObjectModel;
using ClerkGen.Generator.Translation.Content;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Methods;
using ClerkGen.Generator.Translation.Names;
using ClerkGen.Generator.Translation.Schemas;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Operations;

/// <summary>
/// Translates request bodies. Sends one of several media types. The order is JSON, multipart with files, form, multipart, bytes, text.
/// Files that only a multipart body can carry make multipart first.
/// </summary>
internal sealed class BodyTranslator(TranslationContext context, SchemaTranslator schemas)
{
    /// <summary>Plans the body of an operation, if it has one.</summary>
    /// <exception cref="OperationProblemException">The body cannot be expressed.</exception>
    public BodyPlan? Plan(NamedOperation named)
    {
        if (named.Source.Operation.RequestBody is not { } body)
        {
            return null;
        }

        string pointer = named.Source.BodyPointer;
        IOpenApiRequestBody target = ReferenceTargets.Of(body);
        List<MediaTypeEntry> entries = MediaTypes.Read(target.Content, pointer);
        if (Choose(entries) is not { } chosen)
        {
            return null;
        }

        chosen.ReportUnusable(context.Diagnostics);
        PlannedType? type = chosen.Kind switch
        {
            MediaTypeKind.Json => PlanSchema(named, chosen),
            MediaTypeKind.Form or MediaTypeKind.Multipart when !SchemaShapes.IsEmptyObject(chosen.Content.Schema) => PlanSchema(named, chosen),
            _ => null,
        };
        return chosen.Kind == MediaTypeKind.Form && type is not null && schemas.IsBinary(type)
            ? throw new OperationProblemException("its form is described as a file, which has no fields")
            : new BodyPlan(entries, chosen, type, target.Required, SchemaDocs.Of(body.Description, "The body of the request."));
    }

    /// <summary>Translates the body of an operation.</summary>
    public BodyModel? Translate(BodyPlan body, List<string> notes)
    {
        (List<MediaTypeEntry> entries, MediaTypeEntry chosen) = (body.Entries, body.Chosen);
        if (entries.Count > 1)
        {
            string others = string.Join(", ", entries.Where(entry => entry != chosen).Select(static entry => entry.Key));
            notes.Add(chosen.Kind == MediaTypeKind.Binary && entries.TrueForAll(static entry => entry.Kind == MediaTypeKind.Binary)
                ? $"The body is sent with the file's own media type; the API takes {string.Join(", ", entries.Select(static entry => entry.Key))}."
                : $"The body is sent as {chosen.Key}; the API also takes {others}.");
        }

        BodyModel? model = Translate(chosen, body.Type is null ? null : schemas.TypeOf(body.Type), body.IsRequired, body.Doc, notes);
        return model is { Kind: BodyKind.Binary } && chosen.Kind == MediaTypeKind.Binary ? model with { MediaType = AllOf(entries, chosen) } : model;
    }

    // A file may have any of them. Its name or the caller decides.
    private static string AllOf(List<MediaTypeEntry> entries, MediaTypeEntry chosen)
    {
        List<string> all = [chosen.Sent == chosen.Key || !chosen.IsRange ? chosen.Sent : chosen.Key];
        all.AddRange(entries
            .Where(entry => entry != chosen && entry.Kind == MediaTypeKind.Binary && MediaTypes.IsValid(entry.Key))
            .Select(static entry => entry.Key));
        return string.Join(", ", all);
    }

    /// <summary>The media type to send, or null when there is none.</summary>
    public static MediaTypeEntry? Choose(List<MediaTypeEntry> entries)
    {
        MediaTypeEntry? json = MediaTypes.Find(entries, MediaTypeKind.Json);
        MediaTypeEntry? multipart = MediaTypes.Find(entries, MediaTypeKind.Multipart);
        bool isFileInMultipart = multipart is not null && SchemaShapes.HasFile(multipart.Content.Schema);
        if (json is not null && !(isFileInMultipart && SchemaShapes.HasFile(json.Content.Schema)))
        {
            return json;
        }

        return (isFileInMultipart ? multipart : null)
            ?? MediaTypes.Find(entries, MediaTypeKind.Form)
            ?? multipart
            ?? MediaTypes.Find(entries, MediaTypeKind.JsonLines)
            ?? MediaTypes.Find(entries, MediaTypeKind.Binary)
            ?? MediaTypes.Find(entries, MediaTypeKind.Text)
            ?? MediaTypes.Find(entries, MediaTypeKind.ServerSentEvents);
    }

    private BodyModel? Translate(MediaTypeEntry chosen, TypeReference? type, bool isRequired, DocModel doc, List<string> notes)
    {
        switch (chosen.Kind)
        {
            case MediaTypeKind.Json when type is not null:
                BodyKind kind = type.IsBinary ? BodyKind.Binary : BodyKind.Json;

                // A message without members can be omitted. gRPC gateways describe such messages.
                bool isEmpty = type is AnyType && SchemaShapes.IsEmptyMessage(chosen.Content.Schema);
                return new BodyModel(kind, chosen.Sent, type, "body", isRequired && !isEmpty, EquatableArray<PartModel>.Empty, doc)
                {
                    IsEmptyWhenMissing = isRequired && isEmpty,
                };
            case MediaTypeKind.Form or MediaTypeKind.Multipart:
                return type is null ? null : TranslateParts(chosen, type, isRequired, doc, notes);
            case MediaTypeKind.Text:
                return new BodyModel(BodyKind.Text, chosen.Sent, ScalarType.String, "body", isRequired, EquatableArray<PartModel>.Empty, doc);
            default:
                return new BodyModel(BodyKind.Binary, chosen.Sent, FileType.Instance, "body", isRequired, EquatableArray<PartModel>.Empty, doc);
        }
    }

    // Equal bodies of two operations stay separate types, because they change independently. A union that it also gives is one.
    private PlannedType PlanSchema(NamedOperation named, MediaTypeEntry chosen)
    {
        SuggestedName name = SuggestedName.From(named.TypeStem).Then("Request").Or("Body") with
        {
            Scope = chosen.Pointer,
            UnionScope = named.Source.Pointer,
        };
        IOpenApiSchema schema = chosen.Content.Schema is { } described && !IsFormOfList(chosen) ? described : new OpenApiSchema();
        string pointer = chosen.Pointer + "/schema";
        return chosen.Kind switch
        {
            MediaTypeKind.Multipart => schemas.PlanParts(schema, pointer, name, part => IsFileByEncoding(chosen, part)),
            MediaTypeKind.Form => schemas.PlanBody(schema, pointer, name, SchemaUse.Parts),
            _ => schemas.PlanBody(schema, pointer, name, SchemaUse.Sent),
        };
    }

    // ASP.NET Core describes a form whose fields it does not know as a list of pairs.
    private static bool IsFormOfList(MediaTypeEntry chosen) => chosen.Kind == MediaTypeKind.Form && SchemaShapes.IsList(chosen.Content.Schema);

    // OpenAPI 3.1.1, section 4.8.15.1: a part without a type is bytes, unless its encoding defines another.
    private bool IsFileByEncoding(MediaTypeEntry chosen, string part)
    {
        OpenApiEncoding? encoding = null;
        chosen.Content.Encoding?.TryGetValue(part, out encoding);
        return encoding?.ContentType is { } contentType
            ? contentType.Split(',').All(static type => !MediaTypes.IsJson(type.Trim()) && !MediaTypes.IsText(type.Trim()))
            : context.Version >= 31;
    }

    private BodyModel TranslateParts(MediaTypeEntry chosen, TypeReference type, bool isRequired, DocModel doc, List<string> notes)
    {
        ObjectModel? model = schemas.FindEmitted(type) as ObjectModel;
        PropertyModel? file = chosen.Kind == MediaTypeKind.Form
            ? model?.Properties.FirstOrDefault(property => !property.IsReadOnly && property.Type.HasFile)
            : null;
        if (file is not null)
        {
            context.Diagnostics.Report(DiagnosticDescriptors.FileInForm, chosen.Pointer, file.JsonName, chosen.Sent);
        }

        bool isForm = chosen.Kind == MediaTypeKind.Form && file is null;
        if (IsFormOfList(chosen))
        {
            notes.Add("The document does not describe the fields. Each member of the body is sent as one.");
        }

        string mediaType = file is null ? chosen.Sent : "multipart/form-data";

        if (model is null && !isForm)
        {
            notes.Add("The document does not describe the parts. Pass the whole body with its content type and boundary.");
            return new BodyModel(BodyKind.Binary, chosen.Sent, FileType.Instance, "body", isRequired, EquatableArray<PartModel>.Empty, doc);
        }

        List<PartModel> parts = [];
        foreach (PropertyModel property in model?.Properties ?? EquatableArray<PropertyModel>.Empty)
        {
            if (!property.IsReadOnly)
            {
                OpenApiEncoding? encoding = null;
                chosen.Content.Encoding?.TryGetValue(property.JsonName, out encoding);
                string place = JsonPointers.Join(chosen.Pointer, "encoding", property.JsonName);
                PartModel part = TranslatePart(property, encoding, place, isForm);
                context.Output.AddPart(part);
                string? contentType = isForm ? null : SchemaShapes.MediaTypeOf(chosen.Content.Schema, property.JsonName);
                parts.Add(part with { ContentType = part.ContentType ?? contentType });
                ReportHeaders(encoding, place, property.JsonName, isForm);
            }
        }

        return new BodyModel(isForm ? BodyKind.Form : BodyKind.Multipart, mediaType, type, "body", isRequired, parts.ToEquatableArray(), doc)
        {
            AdditionalProperties = model?.AdditionalProperties,
            AdditionalPropertiesName = model?.AdditionalPropertiesName ?? "",
        };
    }

    // Content-Type is described by the encoding itself, and a form has no headers (OpenAPI 3.2, section 4.15.1).
    private void ReportHeaders(OpenApiEncoding? encoding, string pointer, string part, bool isForm)
    {
        if (!isForm && encoding?.Headers?.Keys.Any(static name => !HeaderNames.IsDescribedElsewhere(name)) == true)
        {
            context.Diagnostics.Report(DiagnosticDescriptors.PartHeadersIgnored, pointer + "/headers", part);
        }
    }

    private PartModel TranslatePart(PropertyModel property, OpenApiEncoding? encoding, string pointer, bool isForm)
    {
        ParameterSerialization style = ParameterStyles.Of(ParameterPlace.Query, encoding?.Style);
        bool? explode = encoding is null ? null : ParameterStyles.StatedExplode(encoding);
        bool isStyled = encoding is not null && (encoding.Style is not null || explode is not null || encoding.AllowReserved is not null);
        string? contentType = ContentTypeOf(encoding, property.JsonName, pointer, property.Type.HasFile);

        // OpenAPI 3.2, section 4.15.1.1: without a style, objects are JSON.
        if (isForm && !isStyled && property.Type is { IsScalar: false, IsBinary: false } and not ListType)
        {
            contentType ??= "application/json";
        }

        // A list with nulls can only be JSON. Any other follows its encoding in a form.
        TypeReference? item = property.Type is ListType { Item: { IsNullable: false } own } ? own : null;
        bool isJson = isForm && !isStyled && contentType is not null && MediaTypes.IsJson(contentType);
        return new PartModel(
            property.JsonName,
            property.Name,
            property.Type,
            isJson ? null : item,
            style,
            style == ParameterSerialization.DeepObject || (explode ?? ParameterStyles.DefaultExplode(style)),
            isForm && isStyled ? null : contentType,
            isForm && encoding?.AllowReserved == true,
            property.IsDeprecated)
        {
            // Before 3.1 a style was for forms only.
            IsStyled = !isForm && isStyled && context.Version >= 31,
        };
    }

    // The first that is no range; of a file all, among which its name chooses.
    private string? ContentTypeOf(OpenApiEncoding? encoding, string part, string pointer, bool isFile)
    {
        List<string> all = [];
        foreach (string contentType in encoding?.ContentType?.Split(',') ?? [])
        {
            string trimmed = contentType.Trim();
            if (!MediaTypes.IsValid(trimmed))
            {
                context.Diagnostics.Report(DiagnosticDescriptors.UnusableContentType, pointer, trimmed, part);
            }
            else if (isFile)
            {
                all.Add(trimmed);
            }
            else if (trimmed.IndexOf('*') < 0)
            {
                return trimmed;
            }
        }

        return all.Count == 0 ? null : string.Join(", ", all);
    }
}

/// <summary>A body with its planned type.</summary>
/// <param name="Entries">All media types that it may have.</param>
/// <param name="Chosen">The one that is sent.</param>
/// <param name="Type">Type of the part, or null where the media type implies it.</param>
/// <param name="IsRequired">Whether it has to be sent.</param>
/// <param name="Doc">Its documentation.</param>
internal sealed record BodyPlan(List<MediaTypeEntry> Entries, MediaTypeEntry Chosen, PlannedType? Type, bool IsRequired, DocModel Doc);
