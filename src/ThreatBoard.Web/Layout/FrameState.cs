namespace ThreatBoard.Web.Layout;

/// <summary>What a page tells the frame around it, one a circuit: the model's name in the top bar, and the zone of its times.</summary>
public sealed class FrameState
{
    private string? _modelName;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    public event EventHandler? Changed;

    /// <summary>The person of this circuit has another name now.</summary>
    public event EventHandler? PersonRenamed;

    public string? ModelName
    {
        get => _modelName;
        set
        {
            if (_modelName == value)
                return;
            _modelName = value;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    /// <summary>Said by the page on which a person has just changed their name.</summary>
    public void RenamedPerson() => PersonRenamed?.Invoke(this, EventArgs.Empty);

    /// <summary>The browser's time zone; UTC until the browser has said which.</summary>
    public TimeZoneInfo Zone
    {
        get => _zone;
        set
        {
            if (_zone.Equals(value))
                return;
            _zone = value;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }
}
