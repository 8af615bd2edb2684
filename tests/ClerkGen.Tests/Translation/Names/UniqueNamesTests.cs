using ClerkGen.Generator.Limits;
using ClerkGen.Generator.Naming;

namespace ClerkGen.Tests.Translation.Names;

public sealed class UniqueNamesTests
{
    [Fact]
    public void The_first_free_candidate_is_taken_and_then_numbers()
    {
        UniqueNames names = Create(new WorkBudget(CancellationToken.None));

        Assert.Equal("A", names.Take("A", "AValue"));
        Assert.Equal("AValue", names.Take("A", "AValue"));
        Assert.Equal("AValue2", names.Take("A", "AValue"));
        Assert.Equal("A2", names.Take("A"));
    }

    [Fact]
    public void A_number_that_is_a_name_already_is_passed_over()
    {
        UniqueNames names = Create(new WorkBudget(CancellationToken.None));
        names.Reserve(["A", "A2", "A3"]);

        Assert.Equal("A4", names.Take("A"));
        Assert.Equal("A6", names.TakeNumbered("A", static name => name != "A5"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void Many_candidates_for_few_names_take_linear_steps(int wanted)
    {
        long few = Steps(2_000);
        Assert.InRange(Steps(20_000), few, 12 * few);

        long Steps(int count)
        {
            WorkBudget budget = new(CancellationToken.None);
            UniqueNames names = Create(budget);
            HashSet<string> given = new(Enumerable.Range(0, count).Select(number => names.Take("A" + new string('1', number % wanted))));
            Assert.Equal(count, given.Count);
            return budget.Spent;
        }
    }

    [Fact]
    public void Cancellation_stops_the_work()
    {
        using CancellationTokenSource source = new();
        UniqueNames names = Create(new WorkBudget(source.Token));
        _ = names.Take("A");
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => Enumerable.Range(0, 1_000).Select(_ => names.Take("A")).Count());
    }

    [Fact]
    public void A_budget_that_is_spent_ends_it()
    {
        UniqueNames names = Create(new WorkBudget(CancellationToken.None, maximum: 500));

        Assert.Throws<WorkLimitException>(() => Enumerable.Range(0, 2_000).Select(_ => names.Take("A")).Count());
    }

    private static UniqueNames Create(WorkBudget budget) => new(StringComparer.Ordinal, budget, Identifiers.Join);
}
