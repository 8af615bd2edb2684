using System.Text.RegularExpressions;

namespace ClerkGen.Package.Tests;

/// <summary>The README's steps from an empty folder to a printed result, word for word.</summary>
public sealed partial class ReadmeFlowTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    [Fact]
    public async Task From_an_empty_folder_to_a_printed_answer()
    {
        string readme = File.ReadAllText(Path.Combine(PackageFeed.Repository, "README.md"));
        string section = Section().Match(readme).Value;
        string[] blocks = [.. Fence().Matches(section).Select(match => match.Groups["text"].Value.TrimEnd('\n'))];
        Assert.Equal(3, blocks.Length);
        string folder = feed.NewFolder("Readme");

        foreach (string line in blocks[0].Split('\n'))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0] == "cd")
            {
                folder = Path.Combine(folder, words[1]);
                continue;
            }

            Assert.Equal("dotnet", words[0]);
            (await DotNet.RunAsync(folder, feed.Cache, words[1..])).Succeeded();
        }

        File.WriteAllText(Path.Combine(folder, "Program.cs"), blocks[1]);
        string[] printed = blocks[2].Split('\n');
        Assert.Equal("$ dotnet run", printed[0]);
        ProcessResult run = (await DotNet.RunAsync(folder, feed.Cache, "run")).Succeeded();

        Assert.Equal(string.Join('\n', printed[1..]), run.Output.Trim());
    }

    [GeneratedRegex(@"^## Install\n.*?(?=^## )", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^```\w+\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
