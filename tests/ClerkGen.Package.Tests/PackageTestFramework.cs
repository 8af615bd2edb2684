using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("ClerkGen.Package.Tests.PackageTestFramework", "ClerkGen.Package.Tests")]

namespace ClerkGen.Package.Tests;

/// <summary>Deletes the packages after the last test. All classes share them, and xunit disposes nothing that is shared by an assembly.</summary>
public sealed class PackageTestFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    /// <inheritdoc/>
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink messages)
        : XunitTestFrameworkExecutor(assembly, sources, messages)
    {
        protected override async void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class Runner(
        ITestAssembly assembly,
        IEnumerable<IXunitTestCase> testCases,
        IMessageSink messages,
        IMessageSink executionMessages,
        ITestFrameworkExecutionOptions options)
        : XunitTestAssemblyRunner(assembly, testCases, messages, executionMessages, options)
    {
        protected override Task BeforeTestAssemblyFinishedAsync()
        {
            PackageFeed.Delete();
            return base.BeforeTestAssemblyFinishedAsync();
        }
    }
}
