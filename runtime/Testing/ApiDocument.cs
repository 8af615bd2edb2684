using System.Text.Json;
using ClerkGen.Testing;

namespace ClerkGen;

/// <summary>
/// Describes an API to a <see cref="StubTransport"/>, which checks requests and responses by it. Emitted with samples,
/// for tests. Immutable and thread-safe.
/// </summary>
public sealed class ApiDocument
{
    internal const int MaximumDepth = 256;

    private readonly Lazy<JsonElement> _root;
    private readonly DocumentPlaces _places;

    /// <summary>Keeps a document.</summary>
    /// <param name="json">Paths and components in the form of OpenAPI 3.1, as JSON.</param>
    public ApiDocument(ReadOnlySpan<byte> json)
        : this(json, [])
    {
    }

    /// <summary>Keeps a document that was made from a file. Emitted code calls it.</summary>
    /// <param name="json">Paths and components in the form of OpenAPI 3.1, as JSON.</param>
    /// <param name="places">
    /// A JSON array with the file's name, then the line and column of each value of <paramref name="json"/> in its order. A line is counted
    /// from the one before. Another name is the file of the places behind it.
    /// </param>
    public ApiDocument(ReadOnlySpan<byte> json, ReadOnlySpan<byte> places)
    {
        byte[] copy = json.ToArray();
        _places = new DocumentPlaces(copy, places.ToArray());
        _root = new Lazy<JsonElement>(() =>
        {
            using var document = JsonDocument.Parse(copy, new JsonDocumentOptions { MaxDepth = MaximumDepth });
            return document.RootElement.Clone();
        });
    }

    /// <summary>The differences between a request and the document.</summary>
    internal List<StubDifference> CheckRequest(StubRequest request) => Check(request, static (operation, request) => operation.CheckRequest(request));

    /// <summary>The differences between a response and the document.</summary>
    internal List<StubDifference> CheckAnswer(StubRequest request, StubAnswer answer) =>
        Check(request, (operation, _) => operation.CheckAnswer(answer));

    private List<StubDifference> Check(StubRequest request, Action<CheckedOperation, StubRequest> check)
    {
        List<StubDifference> differences = [];
        if (request.IsBeyondDocument)
        {
            return differences;
        }

        if (CheckedOperation.Find(_root.Value, request.Method, request.PathTemplate, differences) is { } operation)
        {
            check(operation, request);
        }
        else
        {
            differences.Add(new StubDifference(request.OperationId, "/paths", "the document has no such operation"));
        }

        return differences.ConvertAll(difference => difference.At(_places.Find(difference.Pointer)));
    }
}
