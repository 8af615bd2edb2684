using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Names;
using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Context;

/// <summary>Shared by all translators of one document.</summary>
internal sealed class TranslationContext
{
    private const int DefaultSchemaSteps = 5_000_000;

    public TranslationContext(
        OpenApiDocument document,
        DocumentOptions options,
        ConsumerFacts facts,
        WorkBudget budget,
        long read = 0,
        int maximumSchemaSteps = DefaultSchemaSteps)
    {
        MaximumSchemaSteps = maximumSchemaSteps;
        Document = document;
        Options = options;
        Facts = facts;
        UserNames = new UserNames(facts.Names);
        Budget = budget;
        Diagnostics = new DiagnosticBag();
        Output = new OutputSize(read);
        Names = new TypeNames(budget);
        foreach (string suffix in (string[])["", "Options", "ServiceCollectionExtensions", "OpenApiExtensions"])
        {
            Names.Reserve(options.ClientName + suffix);
        }

        foreach (UserTypeNames names in facts.Names)
        {
            if (names.WireName is { } wireName)
            {
                Names.Choose(wireName, Identifiers.Keep(names.Type, "Type"));
            }
        }
    }

    public OpenApiDocument Document { get; }

    /// <summary>The version of OpenAPI that the document is written in: 20, 30, 31 or 32.</summary>
    public int Version { get; init; } = 31;

    public DocumentOptions Options { get; }

    public ConsumerFacts Facts { get; }

    /// <summary>Names that the user chose, of <see cref="Facts"/>.</summary>
    public UserNames UserNames { get; }

    public DiagnosticBag Diagnostics { get; }

    /// <summary>How much will be emitted.</summary>
    public OutputSize Output { get; }

    /// <summary>Names of all types of the document: schemas, groups, parameters objects, exceptions.</summary>
    public TypeNames Names { get; }

    /// <summary>The work of the document so far.</summary>
    public WorkBudget Budget { get; }

    public CancellationToken CancellationToken => Budget.CancellationToken;

    /// <summary>How many steps over schemas translation may take.</summary>
    public int MaximumSchemaSteps { get; }
}
