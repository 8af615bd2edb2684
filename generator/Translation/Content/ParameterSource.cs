using System.Globalization;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.ObjectModel;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Content;

/// <summary>A parameter as in the document.</summary>
/// <param name="Parameter">The parameter, or a reference to it.</param>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Place">Where it goes.</param>
/// <param name="Pointer">JSON pointer of it, behind the reference.</param>
internal sealed record ParameterSource(IOpenApiParameter Parameter, string Name, ParameterPlace Place, string Pointer)
{
    /// <summary>Reads an operation's <see cref="OperationSource.Parameters"/>.</summary>
    public static List<ParameterSource> Collect(OperationSource source, DiagnosticBag diagnostics)
    {
        List<ParameterSource> own = Collect(source.Operation.Parameters, source.Pointer, diagnostics);
        if (source.Item.Parameters is not { Count: > 0 })
        {
            return own;
        }

        List<ParameterSource> shared = Collect(source.Item.Parameters, source.ItemPointer, diagnostics);
        HashSet<(ParameterPlace, string)> overridden = [.. own.Select(static parameter => parameter.Key)];
        shared.RemoveAll(parameter => overridden.Contains(parameter.Key));
        return [.. shared, .. own];
    }

    /// <summary>The same as a parameter of the query, serialized as such parameters are by default.</summary>
    public ParameterSource InQuery(string name)
    {
        OpenApiParameter parameter = new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Required = true,
            Description = Parameter.Description,
            Deprecated = Parameter.Deprecated,
            Schema = Parameter.Schema,
            Content = Parameter.Content,
            Extensions = Parameter.Extensions,
        };
        return new ParameterSource(parameter, name, ParameterPlace.Query, Pointer);
    }

    private static List<ParameterSource> Collect(IList<IOpenApiParameter>? parameters, string pointer, DiagnosticBag diagnostics)
    {
        if (parameters is not { Count: > 0 })
        {
            return [];
        }

        List<ParameterSource> collected = new(parameters.Count);
        HashSet<(ParameterPlace, string)> seen = [];
        for (int i = 0; i < parameters.Count; i++)
        {
            IOpenApiParameter parameter = parameters[i];
            string place = parameter is OpenApiParameterReference { Reference.Id: { } id }
                ? JsonPointers.Join("/components/parameters", id)
                : JsonPointers.Join(pointer, "parameters", i.ToString(CultureInfo.InvariantCulture));
            if (Read(parameter is null ? null : ReferenceTargets.Of(parameter), place, diagnostics) is { } read)
            {
                if (seen.Add(read.Key))
                {
                    collected.Add(read);
                }
                else
                {
                    diagnostics.Report(DiagnosticDescriptors.ParameterLeftOut, place, read.Name, "it is declared twice");
                }
            }
        }

        return collected;
    }

    /// <summary>The description of a whole query string (OpenAPI 3.2, section 4.12.2.2), or null for other parameters.</summary>
    public static MediaTypeEntry? FormOf(IOpenApiParameter parameter) =>
        parameter.In == ParameterLocation.QueryString
        && MediaTypes.Find(MediaTypes.Read(parameter.Content, ""), MediaTypeKind.Form) is { } form && SchemaShapes.IsStructured(form.Content.Schema)
            ? form
            : null;

    private static ParameterSource? Read(IOpenApiParameter? parameter, string pointer, DiagnosticBag diagnostics)
    {
        // Reading has reported a missing name.
        if (parameter?.Name is not { } name || parameter.In is not { } place)
        {
            return null;
        }

        if (place == ParameterLocation.Header)
        {
            // No server knows a field whose name ends in white space (RFC 9112, section 5.1); documents with such names mean the name alone.
            name = name.Trim();
        }

        if (name.Length == 0)
        {
            diagnostics.Report(DiagnosticDescriptors.ParameterLeftOut, pointer, name, "it has no name");
            return null;
        }

        switch (place)
        {
            case ParameterLocation.Path:
                return new ParameterSource(parameter, name, ParameterPlace.Path, pointer);
            case ParameterLocation.Query:
                return new ParameterSource(parameter, name, ParameterPlace.Query, pointer);
            case ParameterLocation.Cookie when HeaderNames.IsToken(name):
                return new ParameterSource(parameter, name, ParameterPlace.Cookie, pointer);
            case ParameterLocation.Header when HeaderNames.IsDescribedElsewhere(name):
                diagnostics.Report(DiagnosticDescriptors.HeaderDescribedElsewhere, pointer, name);
                return null;
            case ParameterLocation.Header when HeaderNames.IsReserved(name):
                diagnostics.Report(DiagnosticDescriptors.ParameterLeftOut, pointer, name, "the client sets this header itself");
                return null;
            case ParameterLocation.Header when HeaderNames.IsToken(name):
                return new ParameterSource(parameter, name, ParameterPlace.Header, pointer);
            case ParameterLocation.QueryString when FormOf(parameter) is not null:
                return new ParameterSource(parameter, name, ParameterPlace.Query, pointer);
            case ParameterLocation.QueryString:
                diagnostics.Report(
                    DiagnosticDescriptors.ParameterLeftOut, pointer, name,
                    "a whole query string must be an object with the media type application/x-www-form-urlencoded");
                return null;
            default:
                diagnostics.Report(
                    DiagnosticDescriptors.ParameterLeftOut, pointer, name,
                    "the name of a header or cookie can only contain letters, digits and !#$%&'*+-.^_`|~");
                return null;
        }
    }

    /// <summary>Its unique key in an operation (OpenAPI 3.2, section 4.12). Names of headers ignore case.</summary>
    public (ParameterPlace, string) Key => (Place, Place == ParameterPlace.Header ? Name.ToUpperInvariant() : Name);
}
