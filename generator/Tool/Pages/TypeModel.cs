using ClerkGen.Generator.Surface;
using ClerkGen.Tool.Clients;
using ClerkGen.Tool.Wire;
using Scriban.Runtime;

namespace ClerkGen.Tool.Pages;

/// <summary>The input of templates for one type.</summary>
internal sealed class TypeModel(EmittedClient client, TypePlaces places, ApiType type, string page)
{
    private const int LongestList = 8;

    private readonly WireSchema? _schema = client.PointerOf(type.Name) is { } pointer ? client.Wire.Schema(pointer) : null;

    private bool IsEnum => type.Text.Contains(" struct ", StringComparison.Ordinal);

    private bool IsUnion => type.Members.Any(static member => member.Name.StartsWith("TryGet", StringComparison.Ordinal));

    public ScriptObject Model() => PageModel.Of(
        ("name", type.Name),
        ("kind", client.IsId(type.Name) ? "id" : IsEnum ? "enum" : IsUnion ? "union" : "object"),
        ("text", MarkdownText.Block(_schema?.Description)),
        ("is_deprecated", _schema?.IsDeprecated == true),
        ("members", IsEnum || IsUnion ? new ScriptArray() : PageModel.List(Members())),
        ("values", IsEnum ? PageModel.List(Values()) : new ScriptArray()),
        ("variants", IsUnion ? PageModel.List(Variants()) : new ScriptArray()),
        ("discriminator", _schema?.Discriminator is { } discriminator ? MarkdownText.Code(discriminator.Property) : ""),
        ("carriers", client.IsId(type.Name) ? Carriers() : ""),
        ("json", Example() ?? ""),
        ("sent_by", Users(places.SendersOf(type.Name))),
        ("returned_by", Users(places.ReceiversOf(type.Name))));

    // Types that are only sent have examples in C#.
    private string? Example() => _schema is { IsObject: true } && !IsEnum && !IsUnion && client.MembersOf(type.Name).Count > 0 && places.ReceiversOf(type.Name).Count > 0
        ? MarkdownText.CodeBlock(new JsonExampleWriter(client).Received(_schema.Pointer), "json")
        : null;

    /// <summary>The members of an object.</summary>
    public IEnumerable<ScriptObject> Members()
    {
        bool isSent = places.SendersOf(type.Name).Count > 0;
        foreach ((string wireName, string name) in client.MembersOf(type.Name))
        {
            if (type.Find(name) is not { } member || (IsEnum || IsUnion))
            {
                continue;
            }

            WireProperty? property = _schema?.Find(wireName);
            WireSchema? schema = property is null ? null : client.Wire.Schema(property.Pointer);
            List<string> texts = [];
            if (member.IsObsolete)
            {
                texts.Add("**Deprecated.**");
            }

            if (schema?.Description is { } description)
            {
                texts.Add(MarkdownText.Line(description));
            }

            if (schema is not null)
            {
                texts.Add(new ValueFacts(client, places).Of(schema, page, member.Value));
            }

            if (schema?.IsReadOnly == true)
            {
                texts.Add("Never sent.");
            }
            else if (schema?.IsWriteOnly == true)
            {
                texts.Add("Never returned.");
            }
            else if (isSent && schema?.IsNullable == true && property is { IsRequired: false })
            {
                texts.Add("Null clears the value.");
            }

            yield return PageModel.Of(
                ("name", MarkdownText.Code(member.Name)),
                ("type", places.TypeLink(member.Value, page)),
                ("wire", MarkdownText.Code(wireName)),
                ("required", member.Text.Contains(" required ", StringComparison.Ordinal) || property?.IsRequired == true ? "yes" : "no"),
                ("text", string.Join(" ", texts.Where(static text => text.Length > 0))));
        }
    }

    private IEnumerable<ScriptObject> Values() => client.MembersOf(type.Name).Select(pair => PageModel.Of(
        ("name", MarkdownText.Code(pair.Value)), ("value", MarkdownText.Code(pair.Key)), ("text", MarkdownText.Line(client.ValueText(type.Name, pair.Key)))));

    private IEnumerable<ScriptObject> Variants() => type.Members.Where(static member => member.Name.StartsWith("TryGet", StringComparison.Ordinal)).Select(member =>
    {
        string parameter = member.Text[(member.Text.IndexOf("out ", StringComparison.Ordinal) + 4)..];
        return PageModel.Of(("method", MarkdownText.Code(member.Name)), ("type", places.TypeLink(TypeNames.Bare(parameter[..parameter.LastIndexOf(' ')])!, page)));
    });

    // The members that have an identifier.
    private string Carriers()
    {
        string[] carriers = [.. client.Surface.Types.SelectMany(static owner => owner.Members)
            .Where(member => member.Text.Contains(" get; ", StringComparison.Ordinal) && member.Type != type.Name && TypeNames.In(member.Value).Contains(type.Name))
            .Select(static member => $"{member.Type}.{member.Name}")];
        string names = string.Join(", ", carriers.Take(LongestList).Select(MarkdownText.Code));
        return carriers.Length > LongestList ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{names} and {carriers.Length - LongestList} more") : names;
    }

    private string Users(IReadOnlyList<EmittedOperation> operations)
    {
        string links = string.Join(", ", operations.Distinct().Take(LongestList).Select(operation => places.Link(operation, page)));
        int more = operations.Distinct().Count() - LongestList;
        return more > 0 ? $"{links} and {more.ToString(System.Globalization.CultureInfo.InvariantCulture)} more" : links;
    }
}
