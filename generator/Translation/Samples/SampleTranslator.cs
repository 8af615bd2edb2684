using System.Globalization;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Diagnostics;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Naming;
using ClerkGen.Generator.Translation.Context;
using ClerkGen.Generator.Translation.Names;
using ClerkGen.Generator.Translation.Schemas;

namespace ClerkGen.Generator.Translation.Samples;

/// <summary>Creates the class with samples of a document's types, after all types have their names.</summary>
internal sealed class SampleTranslator(TranslationContext context, SchemaTranslator schemas)
{
    private const string Name = "Samples";
    private const string DocumentName = "Document";

    // The parts of a sample that are printed with its value.
    private const int LeastOfSample = 300;

    /// <summary>The class.</summary>
    /// <param name="files">All types of the document.</param>
    /// <param name="root">The document in its normal form.</param>
    /// <param name="locate">The place of a JSON pointer's target in the document's text.</param>
    public SamplesModel Translate(IEnumerable<FileModel> files, JsonNode root, Func<string, Position> locate)
    {
        HashSet<string> taken = new(files.Select(static file => file.HintName), StringComparer.OrdinalIgnoreCase);
        string name = Free(Name, candidate => !taken.Contains(HintNames.Of(context.Options, candidate)));
        SampleValues values = new(schemas.Planner, schemas.Members, schemas.Discriminators, schemas.Roles, context.Budget);
        List<SampleModel> samples = [];
        foreach (KeyValuePair<EmittedPlan, FileModel> type in schemas.Written)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (Sample(type.Key, type.Value, values) is { } sample)
            {
                context.Output.Add(LeastOfSample + sample.Json.Length);
                samples.Add(sample);
            }
        }

        samples.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        JsonObject part = CheckedDocument.Of(root, context.Budget);
        string document = part.ToJsonString();
        string places = CheckedPlaces.Of(part, locate, context.Budget);
        context.Output.Add(document.Length + places.Length);
        return new SamplesModel(
            HintNames.Of(context.Options, name),
            context.Options.Namespace,
            name,
            samples.ToEquatableArray(),
            Free(DocumentName, candidate => candidate != name && !samples.Exists(sample => sample.Name == candidate)),
            document,
            places);
    }

    // No type is called otherwise because there are samples.
    private string Free(string wanted, Predicate<string> isFree)
    {
        string name = wanted;
        for (int number = 2; !isFree(name); number++)
        {
            context.Budget.Spend();
            name = Identifiers.Join(wanted, number.ToString(CultureInfo.InvariantCulture));
        }

        return name;
    }

    private SampleModel? Sample(EmittedPlan plan, FileModel file, SampleValues values) => file switch
    {
        ObjectModel { HasJson: true } model => new SampleModel(
            model.Name,
            schemas.TypeOf(plan),
            model.Properties.Count > 0 || model.AdditionalProperties is not null,
            model.IsDeprecated,
            values.Of(plan).ToJsonString()),
        UnionModel model => new SampleModel(
            model.Name, schemas.TypeOf(plan), HasMembers: false, model.IsDeprecated, values.Of(plan).ToJsonString()),
        _ => null,
    };
}
