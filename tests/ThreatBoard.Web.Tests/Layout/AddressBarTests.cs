using Microsoft.AspNetCore.Components;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Tests.Layout;

/// <summary>The address of a browser that is one round trip away.</summary>
public sealed class AddressBarTests
{
    private readonly DistantBrowser _browser = new();

    [Fact]
    public void What_follows_before_the_browser_answered_takes_nothing_back()
    {
        using var bar = new AddressBar(_browser);
        bar.Set("open", "one");
        bar.Set("view", "near");
        _browser.AnswerAll();

        Assert.Equal("https://board.example/diagram?open=one&view=near", _browser.Uri);
    }

    [Fact]
    public void It_is_settled_once_the_last_wish_is_the_address()
    {
        using var bar = new AddressBar(_browser);
        bar.Set("open", "one");
        bar.Set("open", "two");
        _browser.Answer();
        Assert.False(bar.IsSettled);
        _browser.Answer();
        Assert.True(bar.IsSettled);
    }

    [Fact]
    public void What_is_so_already_is_not_asked_for()
    {
        using var bar = new AddressBar(_browser);
        bar.Set("open", null);
        Assert.Equal(0, _browser.Waiting);
        Assert.True(bar.IsSettled);
    }

    [Fact]
    public void Whoever_went_elsewhere_meanwhile_stays_there()
    {
        using var bar = new AddressBar(_browser);
        bar.Set("open", "one");
        _browser.Click("https://board.example/threats");
        bar.Set("q", "open");
        _browser.AnswerLast();

        Assert.Equal("https://board.example/threats?q=open", _browser.Uri);
    }

    /// <summary>Goes where it is sent only when told to.</summary>
    private sealed class DistantBrowser : NavigationManager
    {
        private readonly Queue<string> _asked = new();

        public DistantBrowser() => Initialize("https://board.example/", "https://board.example/diagram");

        public int Waiting => _asked.Count;

        public void Answer() => Go(_asked.Dequeue(), byPerson: false);

        public void AnswerAll()
        {
            while (Waiting > 0) Answer();
        }

        public void AnswerLast()
        {
            while (Waiting > 1) _asked.Dequeue();
            Answer();
        }

        public void Click(string address) => Go(address, byPerson: true);

        protected override void NavigateToCore(string uri, NavigationOptions options) => _asked.Enqueue(uri);

        private void Go(string address, bool byPerson)
        {
            Uri = address;
            NotifyLocationChanged(byPerson);
        }
    }
}
