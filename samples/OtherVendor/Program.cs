using System.Net;
using OtherVendor.Library;

// The library is invented, so a stub of the transport responds.
var stub = new StubTransport();
stub.On("listLoans").ReturnsJson("""
    {
      "loans": [
        { "id": "0f8fad5b-d9cb-469f-a165-70867728950e", "title": "The Art of Computer Programming", "due": "2026-06-01", "state": "open",
          "item": { "kind": "book", "pages": 672 } },
        { "id": "7c9e6679-7425-40de-944b-e07fc1f90ae7", "title": "The Well-Tempered Clavier", "due": "2026-04-01", "state": "overdue",
          "item": { "kind": "recording", "length": "PT4H27M" } },
        { "id": "550e8400-e29b-41d4-a716-446655440000", "title": "A map of the stars", "due": "2026-05-01", "state": "on_display",
          "item": { "kind": "map", "scale": 1000 } }
      ],
      "next_cursor": null
    }
    """);
stub.On("renewLoan").Fails(HttpStatusCode.Conflict, new Problem { Title = "Another reader is waiting for it" });

var library = new LibraryClient(new LibraryClientOptions { ReaderCard = "4711" }, stub.CreateHttpClient());

Guid last = default;
LoanPage page = await library.Loans.ListAsync();
foreach (Loan loan in page.Loans)
{
    string item = loan.Item.Value switch
    {
        Book book => $"{book.Pages} pages",
        Recording recording => $"{recording.Length.TotalMinutes} minutes",
        object unknown => $"unknown item {unknown}",
        null => "nothing",
    };
    Console.WriteLine($"{loan.Title}: {item}, {loan.State}{(loan.State.IsKnown ? "" : " (a state that the document does not list)")}, due {loan.Due:O}");
    last = loan.Id;
}

try
{
    await library.Loans.RenewAsync(last, new() { Until = new DateOnly(2026, 7, 1) });
}
catch (ProblemException e)
{
    Console.WriteLine($"\nNot renewed ({e.StatusCode}): {e.Error.Title}");
}
