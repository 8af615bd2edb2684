using System.Diagnostics;
using System.Text.Json.Nodes;
using ClerkGen.Generator.Emit;
using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading;
using ClerkGen.Generator.Reading.Nodes;
using ClerkGen.Generator.Reading.NormalForm;
using ClerkGen.Generator.Reading.ObjectModel;
using ClerkGen.Generator.Reading.References;
using ClerkGen.Generator.Reading.Swagger;
using ClerkGen.Generator.Translation;
using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi;

namespace ClerkGen.Testing.Generation;

/// <summary>The cost of one stage of the generator.</summary>
/// <param name="Name">The stage.</param>
/// <param name="Milliseconds">Time.</param>
/// <param name="Bytes">Its allocations.</param>
public sealed record StageCost(string Name, double Milliseconds, long Bytes);

/// <summary>Takes a document through the generator stage by stage, without the compiler.</summary>
public static class GeneratorStages
{
    /// <summary>Runs the stages once, on this thread.</summary>
    /// <param name="path">Name of the document.</param>
    /// <param name="text">Its text: an OpenAPI document that can be read.</param>
    /// <returns>The stages in their order, and all of them together.</returns>
    public static IReadOnlyList<StageCost> Run(string path, string text)
    {
        List<StageCost> costs = [];
        long start = Stopwatch.GetTimestamp();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        ReadContext context = new(ReadLimits.Default, new WorkBudget(CancellationToken.None));
        SourceFile file = new(new SourceDocument(path, SourceText.From(text)));
        DocumentNode node = Stage("text to nodes", () => Generator.Reading.Syntax.DocumentText.Read(file, context)!);
        int version = OpenApiVersions.Read(node, context);
        ObjectNode normal = Stage("references and normal form", () =>
        {
            ReferenceResolver references = new(file, node, [], context);
            ObjectNode source = version == 20 ? SwaggerUpgrade.Upgrade((ObjectNode)node, references, context) : (ObjectNode)node;
            return DocumentNormalizer.Normalize(source, references, version, context);
        });
        JsonObject? json = null;
        OpenApiDocument? model = Stage("model of Microsoft.OpenApi", () => new OpenApiModelReader(context).Read(normal, out json));
        ReadDocument document = new(file, normal, model is null ? null : json, model, context);
        DocumentOptions options = new(
            path,
            "Consumer.Api",
            "DocumentClient",
            EmittedAccessibility.Public,
            EquatableArray<string>.Empty,
            EquatableArray<string>.Empty,
            EquatableArray<string>.Empty,
            EquatableArray<string>.Empty,
            ExcludeDeprecated: false,
            Overlay: null,
            StrongIds: false);
        TranslationResult result = Stage(
            "translation", () => DocumentTranslator.Translate(document, options, ConsumerFacts.None));
        Stage("printing", () =>
        {
            int characters = 0;
            foreach (FileModel emitted in result.Model.Files)
            {
                characters += FileEmitter.Emit(emitted, CancellationToken.None).Length;
            }

            return characters;
        });
        Note("all stages", start, allocated);
        return costs;

        T Stage<T>(string name, Func<T> work)
        {
            long stageStart = Stopwatch.GetTimestamp();
            long stageAllocated = GC.GetAllocatedBytesForCurrentThread();
            T done = work();
            Note(name, stageStart, stageAllocated);
            return done;
        }

        void Note(string name, long from, long before) => costs.Add(new StageCost(
            name, Stopwatch.GetElapsedTime(from).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - before));
    }
}
