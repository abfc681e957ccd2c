using System.Text;

namespace ThreatBoard.Web.Commands;

/// <summary>What a verb reads from and writes to: the process's own streams, or those of a test.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">The result, and nothing else: programs read it.</param>
/// <param name="Errors">What a person should know beside the result.</param>
/// <param name="ShowsProgress">Whether somebody looks at the errors as they come.</param>
public sealed record Terminal(Stream Input, Stream Output, TextWriter Errors, bool ShowsProgress)
{
    public static Terminal OfProcess() => new(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error, !Console.IsErrorRedirected);

    public void Print(string text) => Output.Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Exactly these bytes.</summary>
    public void Print(ReadOnlySpan<byte> document) => Output.Write(document);

    /// <summary>With an end of line, as a terminal likes it.</summary>
    public void PrintDocument(ReadOnlySpan<byte> document)
    {
        Output.Write(document);
        Output.Write("\n"u8);
    }

    public void Print(Action<TextWriter> write)
    {
        using var text = new StreamWriter(Output, leaveOpen: true);
        write(text);
    }

    public void Complain(string line) => Errors.WriteLine(line);
}
