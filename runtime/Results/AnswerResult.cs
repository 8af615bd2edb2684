using ClerkGen.GeneratedSupport;
using ClerkGen.Http;
using ClerkGen.Responses;

namespace ClerkGen.Results;

/// <summary>Another result for each status and media type.</summary>
internal sealed class AnswerResult<T> : ApiResult<T>
{
    private readonly ApiAnswer<T>[] _answers;

    internal AnswerResult(ApiAnswer<T>[] answers)
    {
        ArgumentOutOfRangeException.ThrowIfZero(answers.Length);
        _answers = answers;
    }

    internal override string Accept => _answers[0].Result.Accept;

    internal override ResponseUse UseOf(int status) => Of(status, "").UseOf(status);

    internal override T Read(ResponseBody body) => Of(body.Status, body.ContentType).Read(body);

    // Responses of one range are adjacent, the most specific range first. The closest of their media types counts, else the first.
    private ApiResult<T> Of(int status, string contentType)
    {
        ApiAnswer<T>? found = null;
        int closeness = -1;
        foreach (ApiAnswer<T> answer in _answers)
        {
            if (found is not null && (answer.From != found.From || answer.To != found.To))
            {
                break;
            }

            if (status >= answer.From && status <= answer.To && MediaTypes.Closeness(answer.MediaType, contentType) is int own && own > closeness)
            {
                (found, closeness) = (answer, own);
            }
        }

        return (found ?? _answers[0]).Result;
    }
}
