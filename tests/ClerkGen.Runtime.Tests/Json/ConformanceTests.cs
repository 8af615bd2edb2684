using System.Text.Json;
using ClerkGen.GeneratedSupport;
using ClerkGen.Runtime.Tests.Json.Types;
using ClerkGen.Testing;

namespace ClerkGen.Runtime.Tests.Json;

/// <summary>JSONTestSuite: what every JSON reader must accept (y_), must refuse (n_) and may do either with (i_).</summary>
public sealed class ConformanceTests
{
    [SharedFact]
    public void Well_formed_texts_are_accepted()
    {
        string[] files = Files("y_*.json");

        Assert.Equal(95, files.Length);
        Assert.Empty(files.Where(static file => Outcome(file) is not null).Select(Path.GetFileName));
    }

    [SharedFact]
    public void Malformed_texts_are_refused()
    {
        string[] files = Files("n_*.json");

        Assert.Equal(188, files.Length);
        Assert.Empty(files.Where(static file => Outcome(file) is null).Select(Path.GetFileName));
    }

    [SharedFact]
    public void Doubtful_texts_are_read_or_refused_and_never_more_than_that()
    {
        string[] files = Files("i_*.json");

        Assert.Equal(35, files.Length);
        foreach (string file in files)
        {
            Outcome(file);
        }
    }

    [SharedFact]
    public void Deep_nesting_is_distinguished_from_malformed_text()
    {
        Assert.Equal(ApiReadFailure.TooDeep, Outcome(Files("i_structure_500_nested_arrays.json").Single()));
        Assert.Equal(ApiReadFailure.TooDeep, Outcome(Files("n_structure_100000_opening_arrays.json").Single()));
        Assert.Equal(ApiReadFailure.NotUtf8, Outcome(Files("i_string_invalid_utf-8.json").Single()));
        Assert.Equal(ApiReadFailure.NotJson, Outcome(Files("n_array_just_comma.json").Single()));
    }

    private static string[] Files(string pattern) =>
        Directory.GetFiles(SharedDocuments.PathOf("conformance", "json-test-suite", "test_parsing"), pattern);

    // Free-form values, and values that are skipped because a type knows nothing of them, have to agree on what JSON is.
    private static ApiReadFailure? Outcome(string file)
    {
        byte[] body = File.ReadAllBytes(file);
        ApiReadFailure? kept = Read<IReadOnlyList<JsonElement>, ListJson<JsonElement, ElementJson>>([(byte)'[', .. body, (byte)']']);
        ApiReadFailure? alone = Read<JsonElement, ElementJson>(body);
        ApiReadFailure? skipped = Read<IReadOnlyList<Person>, ListJson<Person, Person>>([.. "[{\"x\":"u8, .. body, .. "}]"u8]);
        ApiReadFailure? lazy = Read<IReadOnlyList<Person>, ListJson<Person, Person>>([.. "[{\"metadata\":"u8, .. body, .. "}]"u8]);
        bool isMarked = body.AsSpan().StartsWith("\uFEFF"u8);
        if (!isMarked && kept is null == alone is null)
        {
            Assert.Equal((kept, kept), (skipped, lazy));
        }

        return alone;
    }

    private static ApiReadFailure? Read<T, TJson>(byte[] body)
        where TJson : IApiJson<T>
    {
        try
        {
            _ = ApiJsonBody.Read<T, TJson>(body, default);
            return null;
        }
        catch (ApiReadException exception)
        {
            return exception.Failure;
        }
    }
}
