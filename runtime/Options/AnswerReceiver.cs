namespace ClerkGen.Options;

/// <summary>Takes the response of one call as it came, instead of the operation's value.</summary>
internal abstract class AnswerReceiver
{
    private protected AnswerReceiver()
    {
    }
}
