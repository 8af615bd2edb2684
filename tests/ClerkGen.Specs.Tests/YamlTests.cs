using System.Text.Json.Nodes;
using Xunit;

namespace ClerkGen.Specs.Tests;

public sealed class YamlTests
{
    [Theory]
    [InlineData("plain words")]
    [InlineData("")]
    [InlineData("true")]
    [InlineData("No")]
    [InlineData("null")]
    [InlineData("1.5")]
    [InlineData("2026-05-12")]
    [InlineData("-created_at")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("ends with a colon:")]
    [InlineData("it's 'quoted'")]
    [InlineData("#/components/schemas/User")]
    [InlineData("^[^_][A-Za-z0-9_-]*$")]
    public void Text_is_read_as_it_was_written(string text)
    {
        var root = new JsonObject { ["text"] = text, ["list"] = new JsonArray(text, text), [text] = 1L };

        Assert.True(JsonNode.DeepEquals(root, YamlReader.Read(YamlWriter.Write(root), "test")), YamlWriter.Write(root));
    }

    [Fact]
    public void Paragraphs_are_read_as_they_were_written()
    {
        const string Text = "two lines\nand # a: paragraph\n\nat the end";
        var root = new JsonObject { ["text"] = Text, ["list"] = new JsonArray(Text, "word"), ["last"] = true };

        Assert.True(JsonNode.DeepEquals(root, YamlReader.Read(YamlWriter.Write(root), "test")), YamlWriter.Write(root));
    }

    [Fact]
    public void Long_text_is_folded_and_read_as_it_was_written()
    {
        string text = string.Join(' ', Enumerable.Repeat("word: 'of' a #long text", 30));
        var root = new JsonObject { ["outer"] = new JsonObject { ["text"] = text } };

        string yaml = YamlWriter.Write(root);

        Assert.All(yaml.Split('\n'), line => Assert.True(line.Length <= 140, line));
        Assert.Equal(text, YamlReader.Read(yaml, "test")["outer"]!["text"]!.GetValue<string>());
    }
}
