namespace ClerkGen.Runtime.Tests.Transport;

/// <summary>Tests that load the whole machine, or listen to the whole process, run while no others do.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class RunsAlone;
