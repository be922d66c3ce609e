namespace StudySuite.Notifications.Live;

/// <summary>Wakes all who watch an inbox in this process.</summary>
internal sealed class InboxSignal : Waker;
