using Xunit.Abstractions;

namespace ClerkGen.Tests.Architecture;

/// <summary>The arrows between the rooms of a project are those that are allowed, and none of them runs back.</summary>
/// <param name="output">Takes the plan.</param>
/// <param name="plan">The rooms as they are.</param>
/// <param name="allowed">The rooms that each room may use. Each line may name only rooms of lines above it.</param>
public abstract class RoomTests(ITestOutputHelper output, RoomPlan plan, (string Room, string[] May)[] allowed)
{
    [Fact]
    public void Rooms_use_only_rooms_that_they_may_use()
    {
        output.WriteLine(plan.ToString());
        Dictionary<string, string[]> may = allowed.ToDictionary(static line => line.Room, static line => line.May);
        string[] others =
        [
            .. plan.Arrows.Where(arrow => !may.TryGetValue(arrow.Key.From, out string[]? rooms) || !rooms.Contains(arrow.Key.To))
                .SelectMany(static arrow => arrow.Value.Select(use => $"{arrow.Key.From} → {arrow.Key.To}: {use}")),
        ];
        Assert.True(others.Length == 0, string.Join(Environment.NewLine, others));
    }

    [Fact]
    public void Every_allowed_arrow_is_needed_and_points_to_an_earlier_line()
    {
        for (int i = 0; i < allowed.Length; i++)
        {
            foreach (string room in allowed[i].May)
            {
                Assert.Contains((allowed[i].Room, room), plan.Arrows.Keys);
                Assert.Contains(room, allowed[..i].Select(static line => line.Room));
            }
        }
    }

    [Fact]
    public void No_rooms_use_each_other() => Assert.Single(plan.Knots()[0]);
}
