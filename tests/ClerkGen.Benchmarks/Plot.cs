using System.Globalization;
using System.Text;

namespace ClerkGen.Benchmarks;

/// <summary>Draws curves over one another, both axes logarithmic, as SVG.</summary>
internal static class Plot
{
    private const double Left = 60;
    private const double Top = 20;
    private const double Width = 560;
    private const double Height = 320;
    private static readonly string[] Colours = ["#2563eb", "#dc2626", "#059669"];

    /// <summary>The picture.</summary>
    /// <param name="horizontal">Label of the horizontal axis.</param>
    /// <param name="curves">Name and points of each curve; all numbers are above zero.</param>
    public static string Draw(string horizontal, params (string Name, List<(double X, double Y)> Points)[] curves)
    {
        (double X, double Y)[] all = [.. curves.SelectMany(static curve => curve.Points)];
        double fromX = Math.Floor(Math.Log10(all.Min(static point => point.X)));
        double toX = Math.Ceiling(Math.Log10(all.Max(static point => point.X)));
        double fromY = Math.Floor(Math.Log10(all.Min(static point => point.Y)));
        double toY = Math.Ceiling(Math.Log10(all.Max(static point => point.Y)));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Left + Width + 20} {Top + Height + 80}" font-family="sans-serif" font-size="12">
            <rect width="100%" height="100%" fill="white"/>

            """);
        for (double x = fromX; x <= toX; x++)
        {
            Line(svg, X(x), Top, X(x), Top + Height, "#ddd", "1");
            Text(svg, X(x), Top + Height + 16, "middle", "#333", Number(x));
        }

        for (double y = fromY; y <= toY; y++)
        {
            Line(svg, Left, Y(y), Left + Width, Y(y), "#ddd", "1");
            Text(svg, Left - 6, Y(y) + 4, "end", "#333", Number(y));
        }

        Text(svg, Left + (Width / 2), Top + Height + 36, "middle", "#333", horizontal);

        // As steep as growth in proportion is.
        double rise = Math.Min(toX - fromX, toY - fromY);
        Line(svg, X(fromX), Y(fromY), X(fromX + rise), Y(fromY + rise), "#999", "1");
        for (int i = 0; i < curves.Length; i++)
        {
            string points = string.Join(' ', curves[i].Points.Select(point => string.Create(
                CultureInfo.InvariantCulture, $"{X(Math.Log10(point.X)):F1},{Y(Math.Log10(point.Y)):F1}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{Colours[i]}\" stroke-width=\"2\" points=\"{points}\"/>\n");
            Text(svg, Left + (i * 190), Top + Height + 60, "start", Colours[i], curves[i].Name);
        }

        return svg.Append("</svg>\n").ToString();

        double X(double log) => Left + ((log - fromX) / (toX - fromX) * Width);
        double Y(double log) => Top + Height - ((log - fromY) / (toY - fromY) * Height);
    }

    private static string Number(double log) => Math.Pow(10, log).ToString("G6", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder svg, double x1, double y1, double x2, double y2, string colour, string width) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<line x1=\"{x1:F1}\" y1=\"{y1:F1}\" x2=\"{x2:F1}\" y2=\"{y2:F1}\" stroke=\"{colour}\" stroke-width=\"{width}\"/>\n");

    private static void Text(StringBuilder svg, double x, double y, string anchor, string colour, string text) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<text x=\"{x:F1}\" y=\"{y:F1}\" text-anchor=\"{anchor}\" fill=\"{colour}\">{text}</text>\n");
}
