using System.Text.Json.Nodes;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Names;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>The body of one webhook.</summary>
/// <param name="Name">The webhook's key, which by custom is the event's type.</param>
/// <param name="Part">The body's schema.</param>
/// <param name="Example">An example of the body, or null.</param>
internal sealed record EventBody(string Name, SchemaPart Part, JsonNode? Example);

/// <summary>
/// Plans the union of all webhooks' events. Documents rarely declare in a schema which event a body is. But the webhook's name
/// tells it, and a member contains it.
/// </summary>
internal sealed class EventUnionPlanner(TranslationContext context, SchemaPlanner planner, SchemaReach reach)
{
    private const string Pointer = "/webhooks";

    // Customary members for the name of an event.
    private static readonly string[] CustomaryMembers =
        ["type", "event", "event_type", "eventType", "event_name", "eventName", "topic"];

    /// <summary>Plans the union.</summary>
    /// <param name="bodies">Bodies of all webhooks.</param>
    /// <returns>Null when there is none.</returns>
    public UnionPlan? Plan(List<EventBody> bodies)
    {
        List<VariantPlan> variants = [];
        List<EventBody> read = [];
        foreach (EventBody body in bodies)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            TypePlan plan = planner.Plan([body.Part], body.Part.Name, 0);
            if (planner.Resolve(plan, 0) is { } resolved)
            {
                SchemaView? view = (resolved as ObjectPlan)?.View;
                variants.Add(new VariantPlan(plan, JsonKinds.Of(resolved), view, Component: null, body.Part));
                read.Add(body);
            }
        }

        if (variants.Count == 0)
        {
            return null;
        }

        var part = SchemaPart.Invented(
            "An event of any webhook of the document.", Pointer, new SuggestedName("WebhookEvent", "AnyWebhookEvent", Scope: Pointer));
        UnionPlan union = planner.Emit(new UnionPlan(part, component: null) { IsEvents = true });
        if (FindMember(variants, read) is { } member)
        {
            union.Discriminator = new UnionDiscriminator(member, [], Default: null, Pointer);
            variants = [.. variants.Select((variant, i) => variant with { DiscriminatorValue = ValueOf(variant, read[i], member) })];
        }
        else if (variants.Count > 1 && !HaveConstants(variants))
        {
            context.Diagnostics.Report(DiagnosticDescriptors.EventsByShape, Pointer);
        }

        union.Variants.AddRange(variants);
        return union;
    }

    private string? FindMember(List<VariantPlan> variants, List<EventBody> bodies)
    {
        if (HaveConstants(variants))
        {
            return null;
        }

        SortedSet<string> names = new(StringComparer.Ordinal);
        foreach (PropertyPlan property in PropertiesOf(variants[0]))
        {
            names.Add(property.View.Name);
        }

        // Enums that list the webhooks' names are proof, and examples nearly so. A customary name is a guess, which is reported. An example
        // of anything else than a name proves nothing, and of one event neither does a name that is not the webhook's.
        Func<VariantPlan, EventBody, string, bool>[] proofs = [IsListed, IsNamedInExample, IsCustomaryInExample, IsInExample];
        foreach (Func<VariantPlan, EventBody, string, bool> proves in proofs.Take(variants.Count > 1 ? proofs.Length : proofs.Length - 1))
        {
            foreach (string name in names)
            {
                if (AreDistinct(variants, bodies, name, proves))
                {
                    return name;
                }
            }
        }

        string? guess = Array.Find(CustomaryMembers, name => names.Contains(name) && AreDistinct(variants, bodies, name, (variant, _, member) => IsText(variant, member)));
        if (guess is not null)
        {
            context.Diagnostics.Report(DiagnosticDescriptors.EventsByName, Pointer, guess);
        }

        return guess;
    }

    // Without our choice, the union finds members whose constants differ.
    private bool HaveConstants(List<VariantPlan> variants)
    {
        foreach (PropertyPlan candidate in PropertiesOf(variants[0]))
        {
            HashSet<string> seen = new(StringComparer.Ordinal);
            if (variants.TrueForAll(variant => Find(variant, candidate.View.Name) is { } property
                && planner.Resolve(property.Type, 0) is ScalarPlan { Constant: { } constant } && seen.Add(constant.Text)))
            {
                return variants.Count > 1;
            }
        }

        return false;
    }

    private bool AreDistinct(
        List<VariantPlan> variants, List<EventBody> bodies, string member, Func<VariantPlan, EventBody, string, bool> proves)
    {
        HashSet<string> values = new(StringComparer.Ordinal);
        for (int i = 0; i < variants.Count; i++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!proves(variants[i], bodies[i], member) || !values.Add(ValueOf(variants[i], bodies[i], member)))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsListed(VariantPlan variant, EventBody body, string member) => Find(variant, member) is { } property
        && planner.Resolve(property.Type, 0) is EnumPlan { Kind: EnumKind.String } listed
        && listed.Values.Exists(value => value.Text == body.Name);

    private bool IsNamedInExample(VariantPlan variant, EventBody body, string member) =>
        IsText(variant, member) && ExampleOf(body, member) == body.Name;

    private bool IsCustomaryInExample(VariantPlan variant, EventBody body, string member) =>
        Array.IndexOf(CustomaryMembers, member) >= 0 && IsInExample(variant, body, member);

    private bool IsInExample(VariantPlan variant, EventBody body, string member) =>
        IsText(variant, member) && !member.EndsWith("id", StringComparison.OrdinalIgnoreCase) && ExampleOf(body, member) is { } text && IsName(text);

    // Such as user.created, user/created or USER_CREATED; neither a sentence nor a date, an address or a number.
    private static bool IsName(string text) =>
        char.IsLetter(text[0]) && text.All(static character => char.IsLetterOrDigit(character) || character is '.' or '_' or '-' or ':' or '/');

    private bool IsText(VariantPlan variant, string member) => Find(variant, member) is { } property
        && planner.Resolve(property.Type, 0) is ScalarPlan { Constant: null } scalar && scalar.Type == ScalarType.String;

    private string ValueOf(VariantPlan variant, EventBody body, string member) =>
        IsListed(variant, body, member) ? body.Name : ExampleOf(body, member) ?? body.Name;

    private static string? ExampleOf(EventBody body, string member) =>
        (body.Example as JsonObject)?[member] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    private PropertyPlan? Find(VariantPlan variant, string name) => PropertiesOf(variant).Find(property => property.View.Name == name);

    private List<PropertyPlan> PropertiesOf(VariantPlan variant) =>
        planner.Resolve(variant.Type, 0) is ObjectPlan @object ? reach.Expand(@object) : [];
}
