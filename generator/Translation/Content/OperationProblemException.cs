namespace ClerkGen.Generator.Translation.Content;

/// <summary>An operation, or a part of one, cannot be expressed. The message completes a sentence: "… is skipped because" it.</summary>
internal sealed class OperationProblemException : Exception
{
    public OperationProblemException(string message)
        : base(message)
    {
    }

    public OperationProblemException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public OperationProblemException()
    {
    }
}
